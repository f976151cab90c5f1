package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.SequencerState.Following;
import org.entente.audit.sequencer.SequencerState.Leading;
import org.junit.jupiter.api.Test;

/** Two replicas of one log: either appends, whichever leads. */
class AppendingTest extends PostgresTest {

  private static final String A = "10.0.0.1:8445";
  private static final String B = "10.0.0.2:8445";

  /** Who is reached at which address. */
  private final Map<String, Sequencer> network = new ConcurrentHashMap<>();

  private List<AppendResult> carry(String leader, List<NewEntry> entries, Duration within) {
    var there = network.get(leader);
    if (there == null) {
      throw new NotLeading("nobody answers at " + leader);
    }
    return there.append(entries, within);
  }

  private Sequencer at(String address) {
    return Objects.requireNonNull(network.get(address));
  }

  private Appending replica(TestLog log, String address) {
    var sequencer = log.start(log.database(), address);
    network.put(address, sequencer);
    return TestLog.appending(sequencer, this::carry);
  }

  /** One that leads and one that stands by, in this order. */
  private List<Appending> two(TestLog log) throws InterruptedException {
    var first = replica(log, A);
    Await.until(() -> first.state() instanceof Leading);
    var second = replica(log, B);
    Await.until(() -> second.state() instanceof Following);
    return List.of(first, second);
  }

  private static long index(List<AppendResult> results) {
    return ((Appended) results.getFirst()).index();
  }

  @Test
  void a_replica_that_stands_by_appends_through_the_one_that_leads() throws Exception {
    try (var log = TestLog.create(server)) {
      var both = two(log);
      var entries = TestLog.fresh(3);

      assertEquals(0, index(both.getLast().append(entries.subList(0, 2))));
      assertEquals(2, index(both.getFirst().append(entries.subList(2, 3))));
      assertEquals(1, index(both.getFirst().append(entries.subList(1, 2))), "one key, one entry");

      assertEquals(new Following(A), both.getLast().state());
      assertTrue(both.getLast().possible(Duration.ofSeconds(1)));
      assertEquals(3, Inspection.of(log.database()).size());
    }
  }

  @Test
  void under_load_nobody_notices_that_the_leader_resigns() throws Exception {
    try (var log = TestLog.create(server);
        var load = new Load(two(log))) {
      load.awaitAnswers(200);

      var resigned = System.nanoTime();
      at(A).resign();
      Await.until(() -> at(B).state() instanceof Leading);
      var took = Duration.ofNanos(System.nanoTime() - resigned);
      Await.until(() -> at(A).state().equals(new Following(B)));
      load.awaitAnswers(200);

      assertEquals(load.end(), Inspection.of(log.database()).size());
      assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, "it took " + took);
    }
  }

  @Test
  void under_load_nobody_notices_that_the_leader_loses_its_connection() throws Exception {
    try (var log = TestLog.create(server);
        var load = new Load(two(log))) {
      for (var times = 0; times < 5; times++) {
        load.awaitAnswers(100);
        log.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks"
                + " WHERE locktype = 'advisory' AND granted");
      }
      load.awaitAnswers(200);

      assertEquals(load.end(), Inspection.of(log.database()).size());
    }
  }

  @Test
  void whoever_does_not_lead_says_so_and_passes_nothing_on() throws Exception {
    try (var log = TestLog.create(server)) {
      var second = two(log).getLast();

      var refused = assertThrows(NotLeading.class, () -> second.appendHere(TestLog.fresh(1)));

      assertEquals("following " + A, refused.detail());
      assertEquals(0, Inspection.of(log.database()).size());
    }
  }

  @Test
  void while_the_leader_cannot_be_reached_a_replica_is_not_ready_and_gives_up_in_time()
      throws Exception {
    try (var log = TestLog.create(server)) {
      var sequencer = two(log).getLast();
      network.remove(A);

      assertFalse(sequencer.possible(Duration.ofSeconds(1)));
      var impatient = new Appending(at(B), this::carry, TestLog.config(Duration.ofMillis(200), B));
      var begun = System.nanoTime();
      var refused = assertThrows(LogUnavailable.class, () -> impatient.append(TestLog.fresh(1)));

      assertFalse(refused instanceof NotLeading, "that is for replicas among themselves");
      assertEquals("nobody answers at " + A, refused.detail());
      assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos());
    }
  }

  @Test
  void more_than_may_wait_is_refused_at_once_also_while_nobody_leads() {
    var room = new Room(10);
    room.enter(8, 100);

    assertThrows(LogBusy.class, () -> room.enter(3, 1));
    assertThrows(LogBusy.class, () -> room.enter(1, 64L << 20));
    room.enter(2, 1);
    room.leave(8, 100);

    assertEquals(2, room.entries());
  }

  /** Callers of both replicas, four each, who never pause. */
  private static final class Load implements AutoCloseable {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong answers = new AtomicLong();
    private final List<Future<?>> calling = new ArrayList<>();

    Load(List<Appending> replicas) {
      for (var i = 0; i < 8; i++) {
        var replica = replicas.get(i % replicas.size());
        calling.add(callers.submit(() -> call(replica)));
      }
    }

    private void call(Appending replica) {
      while (!ended.get()) {
        var results = replica.append(TestLog.fresh(1));
        assertFalse(((Appended) results.getFirst()).index() < 0);
        answers.incrementAndGet();
      }
    }

    /** Waits until so many more have come. */
    void awaitAnswers(int more) throws InterruptedException {
      var enough = answers.get() + more;
      Await.until(() -> answers.get() >= enough || calling.stream().anyMatch(Future::isDone));
    }

    /** Ends it; fails if one caller was refused. Returns how many entries were answered. */
    long end() throws Exception {
      ended.set(true);
      for (var each : calling) {
        each.get();
      }
      return answers.get();
    }

    @Override
    public void close() {
      ended.set(true);
      callers.close();
    }
  }
}
