package org.entente.indicator.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupCommitTest {
  private static final BatchLimit<Integer> TEN = new BatchLimit<>(10, 1000, 50, item -> 1);

  private final ConcurrentLinkedQueue<List<Integer>> batches = new ConcurrentLinkedQueue<>();

  @Test
  void every_caller_gets_the_result_of_its_own_item() throws Exception {
    GroupCommit<Integer, String> commit = new GroupCommit<>("test", TEN, this::spell);

    List<String> results = concurrently(commit, IntStream.range(0, 500).boxed().toList());

    assertEquals(IntStream.range(0, 500).mapToObj(i -> "item " + i).toList(), results);
    assertTrue(batches.stream().allMatch(batch -> batch.size() <= 10));
  }

  @Test
  void what_gathers_while_a_batch_runs_is_the_next_batch_in_order() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    GroupCommit<Integer, String> commit =
        new GroupCommit<>(
            "test",
            TEN,
            items -> {
              started.countDown();
              await(release);
              return spell(items);
            });

    commit.handIn(0);
    started.await();
    IntStream.rangeClosed(1, 13).forEach(commit::handIn);
    release.countDown();
    // Handed in last, it is committed with or after all the others.
    commit.commit(14);

    List<Integer> order = batches.stream().flatMap(List::stream).toList();
    assertEquals(IntStream.rangeClosed(0, 14).boxed().toList(), order);
    assertEquals(
        List.of(List.of(0), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        List.copyOf(batches).subList(0, 2));
  }

  @Test
  void with_several_workers_a_batch_that_hangs_holds_up_no_other() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    GroupCommit<Integer, String> commit =
        new GroupCommit<>(
            "test",
            TEN,
            2,
            items -> {
              if (items.contains(0)) {
                started.countDown();
                await(release);
              }
              return spell(items);
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> hanging = threads.submit(() -> commit.commit(0));
      started.await();

      assertEquals("item 1", commit.commit(1));
      assertEquals("item 2", commit.commit(2));

      release.countDown();
      assertEquals("item 0", hanging.get());
    }
  }

  @Test
  void never_more_batches_run_at_once_than_there_are_workers() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    GroupCommit<Integer, String> commit =
        new GroupCommit<>(
            "test",
            TEN,
            3,
            items -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              List<String> results = spell(items);
              running.decrementAndGet();
              return results;
            });

    List<String> results = concurrently(commit, IntStream.range(0, 500).boxed().toList());

    assertEquals(IntStream.range(0, 500).mapToObj(i -> "item " + i).toList(), results);
    assertTrue(most.get() <= 3, most::toString);
  }

  @Test
  void a_batch_ends_before_it_gets_too_heavy_but_one_heavy_item_still_goes() throws Exception {
    BatchLimit<Integer> heavy = new BatchLimit<>(10, 100, 10, item -> item);
    GroupCommit<Integer, String> commit = new GroupCommit<>("test", heavy, this::spell);

    concurrently(commit, List.of(60, 60, 500, 30));

    assertTrue(
        batches.stream()
            .allMatch(b -> b.size() == 1 || b.stream().mapToInt(Integer::intValue).sum() <= 100));
  }

  @Test
  void one_item_that_fails_does_not_fail_its_batch_mates() throws Exception {
    GroupCommit<Integer, String> commit =
        new GroupCommit<>(
            "test",
            TEN,
            items -> {
              if (items.contains(7)) {
                throw new IllegalArgumentException("seven");
              }
              return spell(items);
            });

    List<Callable<String>> calls =
        IntStream.range(0, 50).<Callable<String>>mapToObj(i -> () -> commit.commit(i)).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> results = threads.invokeAll(calls);
      for (int i = 0; i < results.size(); i++) {
        Future<String> result = results.get(i);
        if (i == 7) {
          assertThrows(ExecutionException.class, result::get);
        } else {
          assertEquals("item " + i, result.get());
        }
      }
    }
  }

  @Test
  void beyond_what_may_wait_callers_are_turned_away_and_nothing_taken_is_lost() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    BatchLimit<Integer> two = new BatchLimit<>(10, 100, 2, item -> item);
    GroupCommit<Integer, String> commit =
        new GroupCommit<>(
            "test",
            two,
            items -> {
              started.countDown();
              await(release);
              return spell(items);
            });
    commit.handIn(1);
    started.await();

    commit.handIn(90);
    commit.handIn(100);
    assertThrows(Overloaded.class, () -> commit.commit(11));
    commit.handIn(12);
    commit.handIn(10);
    assertThrows(Overloaded.class, () -> commit.commit(1));

    release.countDown();
    Instant deadline = Instant.now().plusSeconds(10);
    while (batches.size() < 4 && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertEquals("item 2", commit.commit(2));
    assertEquals(List.of(1, 90, 100, 10, 2), batches.stream().flatMap(List::stream).toList());
  }

  @Test
  void however_heavy_the_only_one_waiting_is_taken() {
    GroupCommit<Integer, String> commit =
        new GroupCommit<>("test", new BatchLimit<>(1, 1, 1, item -> item), this::spell);

    assertEquals("item 1000", commit.commit(1000));
  }

  @Test
  void an_outage_fails_the_whole_batch_at_once_and_the_next_one_is_tried() {
    List<List<Integer>> tried = new ArrayList<>();
    GroupCommit<Integer, String> commit =
        new GroupCommit<>(
            "test",
            TEN,
            items -> {
              tried.add(items);
              if (tried.size() == 1) {
                throw new TestOutage();
              }
              return spell(items);
            });

    assertThrows(TestOutage.class, () -> commit.commit(1));
    assertEquals("item 2", commit.commit(2));
    assertEquals(2, tried.size());
  }

  @Test
  void a_batch_that_answers_for_too_few_items_fails_them() {
    GroupCommit<Integer, String> commit = new GroupCommit<>("test", TEN, items -> List.of());

    assertThrows(IllegalStateException.class, () -> commit.commit(1));
  }

  private List<String> spell(List<Integer> items) {
    batches.add(items);
    return items.stream().map(item -> "item " + item).toList();
  }

  private static List<String> concurrently(GroupCommit<Integer, String> commit, List<Integer> items)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> calls =
          items.stream().<Callable<String>>map(item -> () -> commit.commit(item)).toList();
      List<String> results = new ArrayList<>();
      for (Future<String> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class TestOutage extends RuntimeException implements Outage {}
}
