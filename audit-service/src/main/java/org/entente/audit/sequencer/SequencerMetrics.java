package org.entente.audit.sequencer;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What operators watch: batch size, queue depth, seconds per batch, size of the log. */
final class SequencerMetrics {

  private static final double[] BATCHES = {1, 10, 100, 1_000};
  private static final Duration[] BOUNDARIES = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(1_500)
  };

  private final DistributionSummary batch;
  private final Timer sequence;
  private final AtomicLong size = new AtomicLong();

  SequencerMetrics(MeterRegistry registry, Supplier<Number> queueDepth) {
    batch =
        DistributionSummary.builder("audit.batch.size")
            .description("Entries per commit; grows with the load, there is no timer")
            .serviceLevelObjectives(BATCHES)
            .register(registry);
    sequence =
        Timer.builder("audit.sequence")
            .description("Time from draining the queue to the end of COMMIT")
            .serviceLevelObjectives(BOUNDARIES)
            .register(registry);
    Gauge.builder("audit.queue.depth", queueDepth)
        .description("Entries waiting for the sequencer")
        .register(registry);
    Gauge.builder("audit.integrated.size", size, AtomicLong::get)
        .description("Entries in the log")
        .register(registry);
  }

  void sequenced(int entries, long nanos, long newSize) {
    batch.record(entries);
    sequence.record(nanos, TimeUnit.NANOSECONDS);
    size.set(newSize);
  }

  void led(long newSize) {
    size.set(newSize);
  }
}
