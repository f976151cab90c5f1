package org.entente.gateway.refusal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.AuditUnavailable;
import org.entente.gateway.record.Outcome;
import org.entente.gateway.record.Recorder;
import org.entente.gateway.watch.Traces;
import org.jboss.logging.Logger;

/**
 * Records a refusal and only then gives the answer to it. When it cannot be recorded, the answer is
 * 503 instead: nobody learns anything from the gateway that is not in the log.
 */
@Startup
@ApplicationScoped
class Refusals {

  private static final Logger LOG = Logger.getLogger(Refusals.class);
  private static final int SERVER_ERROR = 500;

  private final Recorder recorder;
  private final ExecutorService threads;
  private final MeterRegistry meters;
  private final RefusalCost cost;
  private final CountedRefusals counted;

  Refusals(
      Recorder recorder,
      @VirtualThreads ExecutorService threads,
      MeterRegistry meters,
      RefusalCost cost,
      CountedRefusals counted) {
    this.recorder = recorder;
    this.threads = threads;
    this.meters = meters;
    this.cost = cost;
    this.counted = counted;
    // All of them from the start: a counter that appears with its first refusal hides that one.
    Arrays.stream(Code.values()).forEach(this::counter);
  }

  /** The answer, once the record is durable. Does not block; never completes with an exception. */
  CompletableFuture<Answer> answer(Attempt attempt, Refused refused) {
    if (isTheirs(refused) && refused.code() != Code.RATE_LIMITED) {
      cost.charge(attempt.actor()); // At once: who floods must not be let in while it is recorded.
    }
    return CompletableFuture.supplyAsync(() -> recorded(attempt, refused), threads);
  }

  /** A list that is held back is held back by the caller's own authority. */
  private static boolean isTheirs(Refused refused) {
    return refused.status() < SERVER_ERROR || refused.code() == Code.REVOCATION_UNAVAILABLE;
  }

  private Answer recorded(Attempt attempt, Refused refused) {
    var answer = Answer.to(attempt, refused);
    if (refused.code() == Code.AUDIT_UNAVAILABLE) {
      return told(refused, answer);
    }
    try {
      record(attempt, outcome(refused, answer));
      return told(refused, answer);
    } catch (AuditUnavailable e) {
      // As many as somebody likes to send: their number is a metric.
      var level = refused.code() == Code.RATE_LIMITED ? Logger.Level.DEBUG : Logger.Level.ERROR;
      LOG.logf(
          level,
          "not recorded, so answered 503: %s partner=%s request=%s (%s)",
          refused.code(),
          attempt.actor().partner(),
          attempt.request(),
          e.getMessage());
    } catch (RuntimeException e) {
      // The edge: a fault of our own must not become an unrecorded answer either.
      LOG.errorf(e, "not recorded, so answered 503: request=%s", attempt.request());
    }
    return told(unavailable(), Answer.to(attempt, unavailable()));
  }

  /** Operators count what is answered, and not what would have been. */
  private Answer told(Refused refused, Answer answer) {
    counter(refused.code()).increment();
    Traces.refused(refused.code().name());
    return answer;
  }

  private Counter counter(Code code) {
    return Counter.builder("gateway.refusals")
        .description("Refusals and failures that the gateway decided")
        .tag("code", code.name())
        .register(meters);
  }

  private void record(Attempt attempt, Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused
        && refused.code().equals(Code.RATE_LIMITED.name())) {
      counted.count(attempt, refused);
    } else {
      recorder.append(attempt, outcome);
    }
  }

  /** What is said when nothing can be recorded. */
  static Refused unavailable() {
    return new Refused(Code.AUDIT_UNAVAILABLE, "The audit log does not answer; try again later.");
  }

  private static Outcome outcome(Refused refused, Answer answer) {
    return refused.status() >= SERVER_ERROR
        ? new Outcome.Failed(answer.status(), answer.length(), refused.code().name())
        : new Outcome.Refused(answer.status(), answer.length(), refused.code().name());
  }
}
