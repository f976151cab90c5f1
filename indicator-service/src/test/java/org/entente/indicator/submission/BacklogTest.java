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
    // Given
    log().be(Mood.DOWN);
    gateway()
        .submit("kr", Exchange.KR_TO_EU, Stix.envelope(Stix.indicator(Stix.id("indicator"))))
        .then()
        .statusCode(503);

    // When
    backlog.look();

    // Then
    assertTrue(value("indicator.unfinished.submissions") >= 1);
    assertTrue(value("indicator.unfinished.age") > 0);

    // When
    log().be(Mood.UP);
    recovery.recover(Duration.ZERO);

    // Then
    awaitNone();
    assertEquals(0, value("indicator.unfinished.age"));
  }

  /// That an outcome is in the log is noted a moment later.
  private void awaitNone() {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    backlog.look();
    while (value("indicator.unfinished.submissions") > 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      backlog.look();
    }
    assertEquals(0, value("indicator.unfinished.submissions"));
  }

  private double value(String name) {
    return meters.get(name).gauge().value();
  }
}
