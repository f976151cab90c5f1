package org.entente.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.audit.fsck.Fsck;
import org.entente.audit.sequencer.Await;
import org.junit.jupiter.api.Test;

/** The service checks its own log, says what does not fit, and takes it back when it does again. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // filled before each test
class FsckTest extends ServiceTest {

  @Inject Fsck fsck;

  @Test
  void damage_takes_the_service_out_of_readiness_until_a_pass_finds_none() throws Exception {
    passes();
    var index = appended(SampleRecord.fresh()).getLong("index");
    tamper("UPDATE entry SET body = body || ' '::bytea WHERE idx = " + index);

    passes();

    assertTrue(names(index), fsck.standing().findings().toString());
    given().get(management.resolve("/q/health/ready")).then().statusCode(503);
    assertTrue(metric("audit_fsck_findings") >= 1);
    Await.until(() -> recorded(damageOf(index)) == 1);
    passes();
    assertEquals(1, recorded(damageOf(index)), "told once");

    tamper("UPDATE entry SET body = substring(body for length(body) - 1) WHERE idx = " + index);
    var verified = recorded("operation = 'log.verified'");
    passes();

    Await.until(() -> recorded("operation = 'log.verified'") > verified);
    assertEquals("[]", fsck.standing().findings().toString());
    assertTrue(fsck.standing().verified() > index);
    assertTrue(metric("audit_fsck_verified_size") > index);
    given().get(management.resolve("/q/health/ready")).then().statusCode(200);
  }

  @Test
  void what_is_only_searched_by_is_told_but_does_not_stop_the_service() throws Exception {
    var index = appended(SampleRecord.fresh()).getLong("index");
    tamper("UPDATE entry SET party = 'eu' WHERE idx = " + index);

    passes();

    assertTrue(names(index), fsck.standing().findings().toString());
    var ready = given().get(management.resolve("/q/health/ready"));
    assertEquals(200, ready.statusCode());
    assertTrue(ready.asString().contains("what it is searched by"), ready.asString());

    tamper("UPDATE entry SET party = 'kr' WHERE idx = " + index);
    passes();
  }

  private static String damageOf(long index) {
    return "operation = 'log.damage' AND convert_from(body, 'UTF8') LIKE '%\"place\":\"entry "
        + index
        + "\"%'";
  }

  private boolean names(long index) {
    return fsck.standing().findings().stream()
        .anyMatch(finding -> finding.place().equals("entry " + index));
  }

  /** The next pass is due now, and ends. */
  private void passes() throws InterruptedException {
    Await.until(() -> fsck.standing().ended().isPresent());
    var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    tamper("UPDATE fsck_state SET started_ms = 0");
    Await.until(() ->
        fsck.standing().started().filter(started -> !started.isBefore(before)).isPresent()
            && fsck.standing().ended().isPresent());
  }
}
