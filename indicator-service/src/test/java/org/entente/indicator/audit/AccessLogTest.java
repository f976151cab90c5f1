package org.entente.indicator.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.watch.Steps;
import org.entente.indicator.watch.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AccessLogTest {
  /// As many records as fit into one request.
  private static final int RECORDS = 1000;

  private static final int CALLERS = 60;

  /// Four requests under way and sixteen waiting.
  private static final int TAKEN = 20;

  private static final MeterRegistry METERS = new SimpleMeterRegistry();

  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger appended = new AtomicInteger();
  private final AccessLog log =
      new AccessLog(this::append, new Steps(METERS, Traces.none()), Traces.none(), METERS);

  @Test
  void what_does_not_fit_is_unavailable_at_once_and_what_was_taken_is_appended() throws Exception {
    List<Line> lines =
        Collections.nCopies(RECORDS, new Line("{}".getBytes(StandardCharsets.UTF_8)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Receipt>>> calls =
          IntStream.range(0, CALLERS)
              .mapToObj(_ -> threads.submit(() -> log.append(lines)))
              .toList();
      // Nothing was appended yet: whoever is done was turned away.
      Instant deadline = Instant.now().plusSeconds(20);
      while (done(calls) < CALLERS - TAKEN && Instant.now().isBefore(deadline)) {
        Thread.onSpinWait();
      }
      assertTrue(done(calls) >= CALLERS - TAKEN);
      release.countDown();

      int taken = 0;
      for (Future<List<Receipt>> call : calls) {
        try {
          assertEquals(RECORDS, call.get().size());
          taken++;
        } catch (ExecutionException e) {
          assertInstanceOf(AuditUnavailable.class, e.getCause());
        }
      }
      assertTrue(taken > 0 && taken <= TAKEN, taken + " taken");
      assertEquals(taken * RECORDS, appended.get());
    }
  }

  private static long done(List<Future<List<Receipt>>> calls) {
    return calls.stream().filter(Future::isDone).count();
  }

  private String append(byte[] records) {
    try {
      assertTrue(release.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    int count = (int) new String(records, StandardCharsets.UTF_8).lines().count();
    appended.addAndGet(count);
    return "{\"index\":1,\"leaf\":\"x\"}\n".repeat(count);
  }
}
