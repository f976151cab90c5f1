package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.indicator.audit.AuditUnavailable;
import org.entente.indicator.batch.Overloaded;
import org.entente.indicator.party.Parties;
import org.entente.indicator.store.StoreUnavailable;
import org.jboss.logging.Logger;

/// Takes up what a crash, an outage or a vanished client left between two steps. It uses the same
/// path as a retry of the partner; both at once do no harm.
@Singleton
public class Recovery {
  private static final Logger LOG = Logger.getLogger(Recovery.class);
  private static final int AT_ONCE = 16;

  private final PostgresSubmissions submissions;
  private final Intake intake;
  private final Parties parties;
  private final Clock clock;

  Recovery(PostgresSubmissions submissions, Intake intake, Parties parties, Clock clock) {
    this.parties = parties;
    this.submissions = submissions;
    this.intake = intake;
    this.clock = clock;
  }

  /// Takes up everything that nobody touched for `age`, once each.
  ///
  /// @return how many submissions reached their end
  public int recover(Duration age) {
    // Claiming makes a submission younger than this, so that each is tried once.
    Instant before = clock.instant().minus(age);
    int recovered = 0;
    try {
      List<UUID> claimed = claim(before);
      while (!claimed.isEmpty()) {
        int finished = resume(claimed);
        recovered += finished;
        // If none went on, the log is down, and all the others would only wait for it in turn.
        claimed = finished == 0 ? List.of() : claim(before);
      }
    } catch (StoreUnavailable e) {
      LOG.warnf("recovery waits for the store: %s", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return recovered;
  }

  private List<UUID> claim(Instant before) {
    return submissions.claim(before, clock.instant(), AT_ONCE);
  }

  private int resume(List<UUID> ids) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks =
          ids.stream().<Callable<Boolean>>map(id -> () -> resume(id)).toList();
      return (int) threads.invokeAll(tasks).stream().filter(Future::resultNow).count();
    }
  }

  /// One submission's failure is no other's.
  private boolean resume(UUID id) {
    try {
      parties.throughout(() -> intake.resume(id));
      LOG.infof("submission %s recovered", id);
      return true;
    } catch (AuditUnavailable | StoreUnavailable | Overloaded e) {
      LOG.warnf("submission %s stays unfinished: %s", id, e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "submission %s cannot be recovered", id);
    }
    return false;
  }
}
