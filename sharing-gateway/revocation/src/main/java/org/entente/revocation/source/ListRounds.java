package org.entente.revocation.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * Keeps the lists of several parties fresh, each party's by itself: one that is slow keeps nobody
 * else's waiting. Begun and closed once, by one thread.
 */
public final class ListRounds implements AutoCloseable {

  private static final Duration END_WITHIN = Duration.ofSeconds(5);
  private static final int TENTH = 10;

  private final List<Party> parties;
  private final Duration interval;
  private final RandomGenerator random;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * One party.
   *
   * @param follower of its lists
   * @param listener is told what comes of it
   */
  public record Party(Follower follower, Follower.Listener listener) {

    void round() {
      follower.round(listener);
    }

    void first() {
      follower.remember(listener);
      round();
    }
  }

  /**
   * @param interval between two rounds; a tenth more or less, so that replicas do not ask together
   */
  public ListRounds(List<Party> parties, Duration interval, RandomGenerator random) {
    this.parties = List.copyOf(parties);
    this.interval = interval;
    this.random = random;
  }

  /** Takes the first round of all, and returns when the slowest source has answered or failed. */
  public void begin() {
    try (ExecutorService first = Executors.newVirtualThreadPerTaskExecutor()) {
      parties.forEach(party -> first.execute(party::first));
    }
    for (Party party : parties) {
      threads.add(Thread.ofVirtual().name("revocation lists").start(() -> go(party)));
    }
  }

  private void go(Party party) {
    try {
      while (true) {
        Thread.sleep(pause());
        party.round();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pause() {
    long millis = interval.toMillis();
    long more = random.nextLong(2 * millis / TENTH + 1) - millis / TENTH;
    return Duration.ofMillis(Math.max(1, millis + more));
  }

  /** Ends all rounds; one that is under way has a few seconds. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
