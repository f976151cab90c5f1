package org.entente.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A fixed number of clients, each of which starts its next operation when its last one is answered.
 * An operation that fails ends the load and the run, because a rate with errors in it means
 * nothing.
 */
final class ClosedLoop {

  private final Limit limit;
  private final IntConsumer operation;
  private final AtomicInteger next = new AtomicInteger();
  private final long begun = System.nanoTime();
  private volatile boolean failed;

  private ClosedLoop(Limit limit, IntConsumer operation) {
    this.limit = limit;
    this.operation = operation;
  }

  /** Runs operations 0, 1, 2 … each once, up to the limit, and waits for all their answers. */
  static Measured run(int clients, Limit limit, IntConsumer operation) {
    return new ClosedLoop(limit, operation).run(clients);
  }

  private Measured run(int clients) {
    List<Future<long[]>> latencies;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      latencies = Stream.generate(() -> threads.submit(this::client)).limit(clients).toList();
    }
    long elapsed = System.nanoTime() - begun;
    for (Future<long[]> client : latencies) {
      if (client.state() == Future.State.FAILED) {
        throw new IllegalStateException("an operation failed", client.exceptionNow());
      }
    }
    return Measured.of(
        latencies.stream().map(Future::resultNow).flatMapToLong(Arrays::stream).toArray(), elapsed);
  }

  /** One client; returns how long each of its operations took, in nanoseconds. */
  private long[] client() {
    var latencies = LongStream.builder();
    boolean well = false;
    try {
      for (int i = next.getAndIncrement(); mayStart(i); i = next.getAndIncrement()) {
        long start = System.nanoTime();
        operation.accept(i);
        latencies.add(System.nanoTime() - start);
      }
      well = true;
    } finally {
      failed |= !well;
    }
    return latencies.build().toArray();
  }

  private boolean mayStart(int i) {
    return !failed && i < limit.operations() && System.nanoTime() - begun < limit.time().toNanos();
  }
}
