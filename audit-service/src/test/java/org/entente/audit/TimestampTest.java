package org.entente.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.entente.audit.sequencer.Await;
import org.entente.log.Checkpoint;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.HostileTimeStamps;
import org.entente.pki.TimeStamper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each party's authority stamps the newest checkpoint; only what holds is kept, nothing waits. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // filled before each test
class TimestampTest extends ServiceTest {

  @TempDir Path folder;
  private final CountDownLatch over = new CountDownLatch(1);

  /** What a hostile or broken authority does, and what is said about it. */
  private record Fault(String trouble, UnaryOperator<byte[]> answer) {}

  @AfterEach
  void the_authority_is_honest_again() {
    over.countDown();
    exchange.timeStamps("eu").honest();
  }

  @Test
  void both_parties_authorities_stamp_and_openssl_agrees() throws Exception {
    var index = appended(SampleRecord.fresh()).getLong("index");
    for (var party : List.of("kr", "eu")) {
      Await.until(() -> newest(party) > index);
      var size = newest(party);
      var text = text(size);
      assertEquals(size, Checkpoint.parse(text).size());

      assertEquals(0, openssl(party, size, text), "openssl ts -verify");
      assertNotEquals(0, openssl(party, size, text.replace("\n" + size, "\n1" + size)));
      assertNotEquals(0, openssl(party.equals("kr") ? "eu" : "kr", party, size, text));
    }
  }

  @Test
  void an_authority_stamps_once_in_its_time() throws Exception {
    for (var i = 0; i < 4; i++) {
      var index = appended(SampleRecord.fresh()).getLong("index");
      Await.until(() -> newest("kr") > index);
    }

    assertEquals(
        0,
        number(
            "SELECT count(*) FROM (SELECT kept_ms - lag(kept_ms) OVER (PARTITION BY party ORDER BY"
                + " kept_ms) AS gap FROM timestamp_reply) AS gaps WHERE gap < 200"));
  }

  @Test
  void nothing_but_a_good_answer_is_kept_and_nothing_waits_for_it() throws Exception {
    for (var fault : faults().toList()) {
      exchange.timeStamps("eu").honest();
      var before = appended(SampleRecord.fresh()).getLong("index");
      Await.until(() -> newest("eu") > before);
      exchange.timeStamps("eu").answering(fault.answer());

      var index = appended(SampleRecord.fresh()).getLong("index");

      Await.until(() -> readiness().contains(fault.trouble()));
      Await.until(() -> newest("kr") > index);
      assertTrue(newest("eu") <= index, fault.trouble());
      assertTrue(readiness().contains("\"status\": \"UP\""), "it never gates");
    }
    exchange.timeStamps("eu").honest();
    var index = appended(SampleRecord.fresh()).getLong("index");
    Await.until(() -> newest("eu") > index);
    assertTrue(metric("audit_timestamp_failures_total{party=\"eu\"}") >= 9);
    assertTrue(metric("audit_timestamp_age_seconds{party=\"eu\"}") < 30);
  }

  private Stream<Fault> faults() {
    var eu = exchange.pki().party("eu");
    var hostile = new HostileTimeStamps(exchange.timeStamps("eu").stamper());
    var template = CertificateTemplate.timeStamper("eu");
    var client = eu.timeStamper(template.withUsages(KeyPurposeId.id_kp_clientAuth));
    var expired = eu.timeStamper(template.withValidity(Duration.ofDays(-9), Duration.ofDays(-1)));
    var korea = exchange.pki().party("kr").timeStamper();
    var late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-4));
    return Stream.of(
        new Fault("NONCE_MISMATCH", hostile::ofAnotherNonce),
        new Fault("IMPRINT_MISMATCH", hostile::ofAnotherContent),
        new Fault("CERTIFICATE_UNFIT", query -> hostile.signedBy(client, query)),
        new Fault("CERTIFICATE_UNFIT", new TimeStamper(expired, Clock.systemUTC())::answer),
        new Fault("AUTHORITY_UNKNOWN", new TimeStamper(korea, Clock.systemUTC())::answer),
        new Fault(
            "TIME_IMPLAUSIBLE",
            new TimeStamper(exchange.timeStamps("eu").stamper().credential(), late)::answer),
        new Fault("REPLY_MALFORMED", _ -> "<html>\u001b[31m".getBytes(UTF_8)),
        new Fault("capacity", _ -> new byte[10_000_000]),
        new Fault("status 500", this::refuse),
        new Fault("no answer within", this::dawdle));
  }

  private byte[] refuse(byte[] query) {
    throw new IllegalStateException("out of order");
  }

  private byte[] dawdle(byte[] query) {
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return query;
  }

  @Test
  void what_is_not_there_or_cannot_be_read_is_refused() {
    var caller = client("kr", AUDITOR).request();
    for (var path : List.of("/v1/timestamps/0/kr", "/v1/timestamps/999999999/kr")) {
      caller.get(path).then().statusCode(404).body("code", equalTo("TIMESTAMP_UNKNOWN"));
    }
    for (var query : List.of("limit=0", "limit=many", "before=-")) {
      caller.get("/v1/timestamps?" + query).then().statusCode(400);
    }
    caller.get("/v1/timestamps/x/kr").then().statusCode(404);
  }

  @Test
  void the_list_is_read_page_by_page() throws Exception {
    for (var i = 0; i < 2; i++) {
      var index = appended(SampleRecord.fresh()).getLong("index");
      Await.until(() -> newest("kr") > index);
    }

    var first = list("limit=1");
    assertEquals(1, first.getList("checkpoints").size());
    var second = list("limit=1&before=" + first.getLong("next"));
    assertTrue(second.getLong("checkpoints[0].size") < first.getLong("checkpoints[0].size"));
  }

  private JsonPath list(String query) {
    return client("kr", AUDITOR)
        .request()
        .get("/v1/timestamps?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private long newest(String party) {
    return number(
        "SELECT coalesce(max(size), 0) FROM timestamp_reply WHERE party = '" + party + "'");
  }

  private String text(long size) {
    return list("limit=1&before=" + (size + 1)).getString("checkpoints[0].text");
  }

  private int openssl(String party, long size, String text) throws Exception {
    return openssl(party, party, size, text);
  }

  /** As the README has it. */
  private int openssl(String anchor, String party, long size, String text)
      throws IOException, InterruptedException {
    var reply =
        client("eu", "eu-desk")
            .request()
            .get("/v1/timestamps/" + size + "/" + party)
            .then()
            .statusCode(200)
            .contentType("application/timestamp-reply")
            .extract()
            .asByteArray();
    Files.write(folder.resolve("reply.tsr"), reply);
    Files.writeString(folder.resolve("note.txt"), text);
    var command =
        List.of(
            "openssl",
            "ts",
            "-verify",
            "-data",
            "note.txt",
            "-in",
            "reply.tsr",
            "-CAfile",
            exchange.pki().party(anchor).timeStampAnchor().toString());
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private String readiness() {
    return given().get(management.resolve("/q/health/ready")).asString();
  }
}
