package org.entente.e2e.scene;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Questions without a pause over many connections; of the answers only the numbers are kept. */
public final class Flood {

  private static final int TOO_MANY_REQUESTS = 429;

  private final AtomicBoolean ending = new AtomicBoolean();
  private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
  private final LongAdder withoutRetryAfter = new LongAdder();
  private final List<CompletableFuture<Void>> lanes;

  private Flood(int connections, List<Supplier<Answer>> questions) {
    lanes =
        IntStream.range(0, connections)
            .mapToObj(lane -> questions.get(lane % questions.size()))
            .map(question -> Feed.inBackground(() -> ask(question)))
            .toList();
  }

  /** Asks from now on; the questions take turns among the connections. */
  public static Flood begin(int connections, List<Supplier<Answer>> questions) {
    return new Flood(connections, questions);
  }

  @SuppressWarnings("NullAway") // A lane has no result but that it ended.
  private Void ask(Supplier<Answer> question) {
    while (!ending.get()) {
      var answer = question.get();
      byStatus.computeIfAbsent(answer.status(), _ -> new LongAdder()).increment();
      if (answer.status() == TOO_MANY_REQUESTS
          && answer
              .headers()
              .firstValue("Retry-After")
              .filter(s -> s.matches("[1-9][0-9]*"))
              .isEmpty()) {
        withoutRetryAfter.increment();
      }
    }
    return null;
  }

  /** How many answers had this status up to now. */
  public long answered(int status) {
    return byStatus.getOrDefault(status, new LongAdder()).sum();
  }

  /** How many answers there were of any status. */
  public long answered() {
    return byStatus.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** How many did not say when to come again, though they should. */
  public long withoutRetryAfter() {
    return withoutRetryAfter.sum();
  }

  /** Ends it; every question that was asked is answered when this returns. */
  public Flood end() {
    ending.set(true);
    lanes.forEach(CompletableFuture::join);
    return this;
  }

  @Override
  public String toString() {
    return byStatus.toString();
  }
}
