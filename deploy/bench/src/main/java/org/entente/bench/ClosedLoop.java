package org.entente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A fixed number of clients, each of which starts its next operation when its last one is answered.
 * Bounded in count and time; an operation that fails ends the run, because a rate with errors in it
 * means nothing.
 */
final class ClosedLoop {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  private ClosedLoop() {}

  /** Runs operations 0 to {@code count - 1}, each exactly once. */
  static Measured run(int clients, int count, IntConsumer operation) {
    long[] nanos = new long[count];
    AtomicInteger next = new AtomicInteger();
    long begun = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(threads.submit(() -> loop(next, nanos, operation)));
      }
      for (Future<?> client : running) {
        client.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an operation failed", e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("the load did not end in time", e);
    }
    return Measured.of(nanos, Duration.ofNanos(System.nanoTime() - begun));
  }

  private static void loop(AtomicInteger next, long[] nanos, IntConsumer operation) {
    for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
      long begun = System.nanoTime();
      operation.accept(i);
      nanos[i] = System.nanoTime() - begun;
    }
  }
}
