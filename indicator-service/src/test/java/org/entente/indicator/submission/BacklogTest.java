package org.entente.indicator.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.exchange.Exchange;
import org.entente.indicator.exchange.InMemoryAuditService.Mood;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// What hangs between two steps is seen.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class BacklogTest extends ServiceTest {
  @Inject Backlog backlog;
  @Inject Recovery recovery;
  @Inject MeterRegistry meters;

  @Test
  void a_submission_that_the_log_has_not_taken_is_unfinished_until_it_has() {
    // Given: other tests may have left what cannot be recovered.
    recovery.recover(Duration.ZERO);
    double left = settled();
    log().be(Mood.DOWN);
    gateway()
        .submit("kr", Exchange.KR_TO_EU, Stix.envelope(Stix.indicator(Stix.id("indicator"))))
        .then()
        .statusCode(503);

    // When
    backlog.look();

    // Then
    assertTrue(value("indicator.unfinished.submissions") > left);
    assertTrue(value("indicator.unfinished.age") > 0);

    // When
    log().be(Mood.UP);
    recovery.recover(Duration.ZERO);

    // Then
    assertEquals(left, settled());
  }

  /// How many there are once their number has stood still: that an outcome is in the log is noted a
  /// moment later.
  private double settled() {
    backlog.look();
    double last = value("indicator.unfinished.submissions");
    long since = System.nanoTime();
    while (System.nanoTime() - since < Duration.ofSeconds(1).toNanos()) {
      backlog.look();
      double now = value("indicator.unfinished.submissions");
      if (now != last) {
        last = now;
        since = System.nanoTime();
      }
    }
    return last;
  }

  private double value(String name) {
    return meters.get(name).gauge().value();
  }
}
