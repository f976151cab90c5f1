package org.entente.gateway.refusal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.entente.agreement.limit.CountedWindows;
import org.entente.gateway.partner.CurrentPartners;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.record.Actor;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.AuditUnavailable;
import org.entente.gateway.record.Operation;
import org.entente.gateway.record.Outcome;
import org.entente.gateway.record.Recorder;
import org.jboss.logging.Logger;

/**
 * Accounts for refusals that come in floods without a record for each. The first of a client's for
 * an operation is recorded before anybody is answered and says that from then on they are counted;
 * a second record says how many there were. A crash loses the number, never the fact: a first
 * record then stands without a second. Blocks; thread-safe.
 */
@Startup
@ApplicationScoped
class CountedRefusals {

  private static final Logger LOG = Logger.getLogger(CountedRefusals.class);

  private final Recorder recorder;
  private final CurrentPartners partners;
  private final Clock clock;
  private final Duration length;
  private final CountedWindows<Kind, Attempt> windows =
      new CountedWindows<>(
          () -> new AuditUnavailable("too many refusals wait to be accounted for"));
  private final Queue<Recorder.Prepared> closings = new ConcurrentLinkedQueue<>();
  private volatile boolean ending;

  CountedRefusals(
      Recorder recorder,
      CurrentPartners partners,
      Clock clock,
      ExchangeConfig config,
      MeterRegistry registry) {
    this.recorder = recorder;
    this.partners = partners;
    this.clock = clock;
    this.length = config.limits().window();
    Gauge.builder("gateway.counts.unrecorded", closings, Queue::size)
        .description("Numbers of counted refusals that the log has not taken yet")
        .register(registry);
  }

  /** What is counted together. */
  private record Kind(String partner, String client, Operation operation) {}

  /** When this returns, the refusal is accounted for; it throws {@link AuditUnavailable}. */
  void count(Attempt attempt, Outcome.Refused refused) {
    if (ending) {
      recorder.append(attempt, refused);
      return;
    }
    windows.count(kind(attempt), attempt, attempt.at(), first -> recorder.append(first, refused));
  }

  /** Records the numbers of what has been counted for long enough. */
  synchronized void closeDue() {
    close(clock.instant().minus(length));
  }

  /** Records all numbers; what is refused from now on is recorded one by one. */
  synchronized void closeAll() {
    ending = true;
    close(Instant.MAX);
  }

  private void close(Instant begunBy) {
    windows.close(begunBy).forEach(window -> closings.add(closing(window)));
    for (int left = closings.size(); left > 0; left--) {
      Recorder.Prepared next = closings.remove();
      if (!recorded(next)) {
        closings.add(next); // The same bytes again next time: the log takes them once.
      }
    }
  }

  private boolean recorded(Recorder.Prepared closing) {
    try {
      recorder.append(closing);
      return true;
    } catch (AuditUnavailable e) {
      LOG.errorf("a number of refusals is not recorded yet: %s", e.getMessage());
      return false;
    } catch (RuntimeException e) { // The edge: the next ones are to be recorded all the same.
      LOG.error("a number of refusals is not recorded yet", e);
      return false;
    }
  }

  private Recorder.Prepared closing(CountedWindows.Closed<Kind, Attempt> window) {
    Attempt first = window.first();
    Kind kind = window.kind();
    var actor =
        new Actor(kind.partner, kind.client, first.actor().unit(), Actor.UNKNOWN, Optional.empty());
    var counted =
        new Outcome.Counted(
            Code.RATE_LIMITED.status(),
            Code.RATE_LIMITED.name(),
            window.count(),
            window.begun(),
            clock.instant());
    return recorder.prepare(first.by(actor), counted);
  }

  /** Certificates may name anybody, so the names that are not registered count as one. */
  private Kind kind(Attempt attempt) {
    Actor actor = attempt.actor();
    boolean registered = partners.now().client(actor.partner(), actor.client()).isPresent();
    return new Kind(
        actor.partner(), registered ? actor.client() : Actor.UNKNOWN, attempt.operation());
  }
}
