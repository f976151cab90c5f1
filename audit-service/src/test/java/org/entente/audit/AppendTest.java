package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AppendTest extends ServiceTest {

  private ValidatableResponse append(String json) {
    return indicatorService()
        .request()
        .contentType("application/json")
        .body(json)
        .post("/v1/entries")
        .then();
  }

  private ValidatableResponse appendBatch(String ndjson) {
    return indicatorService()
        .request()
        .contentType("application/x-ndjson")
        .body(ndjson)
        .post("/v1/entries/batch")
        .then();
  }

  private static String lines(SampleRecord... samples) {
    return Arrays.stream(samples).map(SampleRecord::json).collect(Collectors.joining("\n"));
  }

  @Test
  void what_is_appended_has_a_receipt_that_verifies_offline() {
    var sample = SampleRecord.fresh();

    var appended = appended(sample);
    var receipt =
        gateway()
            .request()
            .get("/v1/receipts/" + appended.getString("leaf") + "?party=kr")
            .then()
            .statusCode(200)
            .contentType("text/plain")
            .extract()
            .asByteArray();

    var proven = TlogProof.parse(receipt).verify(exchange.policy());
    assertEquals(appended.getLong("index"), proven.index());
    assertEquals(sample.leaf(), new String(proven.entry().toByteArray(), StandardCharsets.UTF_8));
  }

  @Test
  void the_same_record_again_is_the_same_entry() {
    var sample = SampleRecord.fresh();
    var first = appended(sample);

    append(sample.json())
        .statusCode(200)
        .body("index", equalTo(first.getInt("index")))
        .body("leaf", equalTo(first.getString("leaf")))
        .body("replayed", equalTo(true));
  }

  @Test
  void another_record_under_the_same_key_is_a_conflict() {
    var sample = SampleRecord.fresh();
    appended(sample);

    append(sample.about("indicator--other").json())
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("IDEMPOTENCY_CONFLICT"));
  }

  @Test
  void a_batch_is_answered_line_by_line_and_sequenced_in_one_commit() {
    var old = SampleRecord.fresh();
    appended(old);
    var fresh = SampleRecord.fresh();
    var later = SampleRecord.fresh();

    var batch = lines(fresh, old, old.about("x"), later, fresh) + "\n";
    var answer = appendBatch(batch).statusCode(200).extract().asString().lines().toList();

    var first = new JsonPath(answer.get(0)).getLong("index");
    assertEquals(5, answer.size());
    assertEquals(true, new JsonPath(answer.get(1)).getBoolean("replayed"));
    assertEquals("IDEMPOTENCY_CONFLICT", new JsonPath(answer.get(2)).getString("code"));
    assertEquals(first + 1, new JsonPath(answer.get(3)).getLong("index"));
    assertEquals(first, new JsonPath(answer.get(4)).getLong("index"));
    assertEquals(
        2,
        recorded(
            "sequenced_ms = (SELECT sequenced_ms FROM entry WHERE idx = "
                + first
                + ")"
                + " AND idx IN ("
                + first
                + ","
                + (first + 1)
                + ")"));
  }

  @Test
  void one_bad_line_refuses_the_whole_batch_and_is_named() {
    var good = SampleRecord.fresh();

    appendBatch(good.json() + "\n{}\n")
        .statusCode(422)
        .body("code", equalTo("RECORD_INVALID"))
        .body("detail", startsWith("line 2:"));

    append(good.json()).statusCode(201);
  }

  @Test
  void a_batch_of_1024_records_passes_and_one_more_does_not() {
    var most = Stream.generate(SampleRecord::fresh).limit(1024).toArray(SampleRecord[]::new);

    appendBatch(lines(most)).statusCode(200);
    appendBatch(lines(most) + "\n" + SampleRecord.fresh().json())
        .statusCode(413)
        .body("code", equalTo("RECORD_TOO_LARGE"));
  }

  @Test
  void more_than_four_mebibytes_are_refused() {
    var huge =
        SampleRecord.fresh()
            .json()
            .replace("}]}", "}],\"exchange\":{\"query\":\"" + "x".repeat(50_000) + "\"}}");

    appendBatch(String.join("\n", Collections.nCopies(90, huge)))
        .statusCode(413)
        .body("code", equalTo("RECORD_TOO_LARGE"));
  }

  @Test
  void a_record_of_more_than_60_000_bytes_is_refused() {
    append("{" + " ".repeat(60_000) + "}")
        .statusCode(413)
        .body("code", equalTo("RECORD_TOO_LARGE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "[]", "{\"metadata\":{},\"metadata\":{}}", "{}\n{}"})
  void what_is_no_record_is_refused(String body) {
    append(body).statusCode(422).body("code", equalTo("RECORD_INVALID"));
  }

  @Test
  void nobody_records_for_another_service() {
    append(SampleRecord.fresh().by("sharing-gateway").json())
        .statusCode(422)
        .body("code", equalTo("RECORD_INVALID"));
  }
}
