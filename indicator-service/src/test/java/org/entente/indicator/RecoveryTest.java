package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.entente.indicator.exchange.InMemoryAuditService.Mood;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.submission.Recovery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// P4: from every state a crash can leave, the same steps go on.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class RecoveryTest extends ServiceTest {
  @Inject DataSource database;
  @Inject Recovery recovery;

  private final String id = Stix.id("indicator");
  private final byte[] body = Stix.envelope(Stix.indicator(id)).getBytes(StandardCharsets.UTF_8);
  private final Manifest manifest = Manifest.fresh();

  @BeforeEach
  void nothing_is_left_of_other_tests() {
    recovery.recover(Duration.ZERO);
  }

  @Test
  void received_but_not_recorded_goes_on_by_itself() throws SQLException {
    log().be(Mood.DOWN);
    submit(503);
    assertEquals("received", state());

    log().be(Mood.UP);
    recover();

    assertFinished();
  }

  @Test
  void recorded_but_not_admitted_goes_on_and_is_recorded_once() throws SQLException {
    int before = log().size();
    log().be(Mood.FAILS_AFTER_COMMIT);
    submit(503);
    assertEquals("received", state());

    log().be(Mood.UP);
    recover();

    assertFinished();
    assertEquals(1, log().recordsOf("taxii.addObjects", before).size());
  }

  @Test
  void admitted_but_not_announced_goes_on() throws SQLException {
    int before = log().size();
    log().failAfter(1);
    submit(503);
    assertEquals("admitted", state());

    log().be(Mood.UP);
    recover();

    assertFinished();
    assertEquals(1, log().recordsOf("taxii.addObjects.outcome", before).size());
  }

  @Test
  void announced_but_not_marked_is_announced_once() throws SQLException {
    submit(202);
    awaitState("done");
    int before = log().size();
    execute("UPDATE submission SET state = 'admitted', claimed_at = 0 WHERE jti = ?");

    recover();

    assertFinished();
    assertEquals(0, log().recordsOf("taxii.addObjects.outcome", before).size());
  }

  @Test
  void the_partners_retry_and_recovery_may_meet() throws SQLException {
    log().be(Mood.DOWN);
    submit(503);
    log().be(Mood.UP);

    recover();
    submit(202);

    assertFinished();
  }

  @Test
  void what_somebody_works_on_is_left_alone_until_it_is_old() throws SQLException {
    log().be(Mood.DOWN);
    submit(503);
    log().be(Mood.UP);

    recovery.recover(Duration.ofMinutes(5));
    assertEquals("received", state());

    execute("UPDATE submission SET claimed_at = 0 WHERE jti = ?");
    recovery.recover(Duration.ofMinutes(5));
    assertFinished();
  }

  @Test
  void what_a_clock_that_was_ahead_has_claimed_does_not_wait_until_then() throws SQLException {
    log().be(Mood.DOWN);
    submit(503);
    log().be(Mood.UP);
    execute("UPDATE submission SET claimed_at = claimed_at + 86400000000 WHERE jti = ?");

    recovery.recover(Duration.ofMinutes(5));

    assertFinished();
  }

  @Test
  void recovery_gives_up_for_now_when_the_log_is_down() throws SQLException {
    log().be(Mood.DOWN);
    submit(503);

    assertEquals(0, recovery.recover(Duration.ZERO));

    assertEquals("received", state());
  }

  private void recover() {
    assertTrue(recovery.recover(Duration.ZERO) >= 1);
  }

  private void assertFinished() throws SQLException {
    awaitState("done");
    assertEquals(
        "{\"objects\":[" + Stix.indicator(id) + "]}",
        gateway().object("eu", KR_TO_EU, id).asString());
  }

  private void submit(int status) {
    gateway().submit("kr", KR_TO_EU, manifest, body).then().statusCode(status);
  }

  private void awaitState(String expected) throws SQLException {
    Instant deadline = Instant.now().plusSeconds(10);
    while (!state().equals(expected) && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertEquals(expected, state());
  }

  private String state() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT state FROM submission WHERE jti = ?")) {
      statement.setString(1, manifest.jti());
      ResultSet rows = statement.executeQuery();
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, manifest.jti());
      statement.executeUpdate();
    }
  }
}
