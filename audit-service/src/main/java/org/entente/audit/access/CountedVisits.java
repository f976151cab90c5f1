package org.entente.audit.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.entente.agreement.limit.CountedWindows;
import org.entente.agreement.limit.CountedWindows.Closed;
import org.entente.audit.limit.LimitReached;
import org.entente.audit.limit.LimitsConfig;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Answer;
import org.entente.audit.record.CountedRefusals;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.entente.audit.refusal.RefusalMapper;
import org.entente.audit.sequencer.LogBusy;
import org.jboss.logging.Logger;

/**
 * Accounts for requests that were not let in, without a record for each: the first of a client's is
 * recorded, and later how many there were. What was asked for is not looked at, so all are of one
 * operation. A crash loses the number, never the fact. Thread-safe.
 */
@Singleton
final class CountedVisits {

  private static final Logger LOG = Logger.getLogger(CountedVisits.class);
  private static final String OPERATION = "http.limited";

  private final OwnRecords records;
  private final Clock clock;
  private final Duration length;
  private final CountedWindows<Actor, Visit> windows = new CountedWindows<>(LogBusy::new);

  /** Each records a number that the log has not taken yet; always with the same bytes. */
  private final Queue<Runnable> closings = new ConcurrentLinkedQueue<>();

  CountedVisits(OwnRecords records, Clock clock, LimitsConfig config, MeterRegistry meters) {
    this.records = records;
    this.clock = clock;
    this.length = config.window();
    Gauge.builder("audit.counts.unrecorded", closings, Queue::size)
        .description("Numbers of counted refusals that the log has not taken yet")
        .register(meters);
  }

  /** Accounts for one more if that takes neither a record nor waiting; whether it does. */
  boolean counts(Actor countedAs) {
    return windows.countsAlready(countedAs);
  }

  /**
   * What to answer: this refusal once it is accounted for, or why it cannot be. Blocks. What it
   * asked with is kept nowhere: it may be what nobody may ask with.
   */
  Refusal accounted(Visit visit, Actor countedAs, LimitReached refusal) {
    try {
      windows.count(countedAs, visit.withoutQuery(), clock.instant(), this::record);
      return refusal;
    } catch (Refusal unrecorded) {
      RefusalMapper.tell(refusal);
      return unrecorded;
    } catch (RuntimeException e) { // The edge: nothing unrecorded leaves, whatever went wrong.
      RefusalMapper.tell(refusal);
      return new RequestFailed(e);
    }
  }

  private void record(Visit first) {
    records.append(first.peer(), first.peer().actor(), first.call(OPERATION), answer());
  }

  private static Answer answer() {
    var code = RefusalCode.RATE_LIMITED;
    return Answer.refused(code.status(), code.name());
  }

  /** Records the numbers of what has been counted for long enough. */
  void closeDue() {
    close(clock.instant().minus(length));
  }

  /** Records all numbers. */
  void closeAll() {
    close(Instant.MAX);
  }

  private synchronized void close(Instant begunBy) {
    windows.close(begunBy).forEach(window -> closings.add(closing(window)));
    for (var left = closings.size(); left > 0; left--) {
      var next = closings.remove();
      if (!recorded(next)) {
        closings.add(next); // The log takes the same bytes once.
      }
    }
  }

  private static boolean recorded(Runnable closing) {
    try {
      closing.run();
      return true;
    } catch (Refusal e) {
      LOG.debugf("a number of refusals is not recorded yet: %s", e.detail());
      return false;
    } catch (RuntimeException e) { // The edge: the next ones are to be recorded all the same.
      LOG.error("a number of refusals is not recorded yet", e);
      return false;
    }
  }

  private Runnable closing(Closed<Actor, Visit> window) {
    var first = window.first();
    var counted =
        new CountedRefusals(
            first.request(),
            OPERATION,
            answer(),
            window.count(),
            window.begun().toEpochMilli(),
            clock.millis());
    var record = records.write(window.kind(), counted);
    return () -> records.append(first.peer(), record);
  }
}
