package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.sequence.SequenceSigner;
import org.entente.kit.sequence.SequenceStatement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client's own numbers reach the records, or the request is refused. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class SequenceTest {

  private static final String RIGHTS = "/taxii2/exchange/rights/";
  private static final String ORIGIN = "https://gateway.entente.example";

  Surroundings around;

  private Visit korea;
  private Refusals refusals;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    refusals = new Refusals(around.upstream());
    korea = Visit.by(around, "kr");
  }

  @Test
  void a_number_that_holds_is_told_inside_with_its_statements_digest() throws IOException {
    String statement = statement("kr", "kr-feed", 17, RIGHTS);

    assertEquals(200, get(korea, RIGHTS, statement).statusCode());

    JsonNode caller = told(around.upstream().arrived().getFirst().header("Entente-Caller"));
    assertEquals("17", caller.path("client_seq").asText());
    assertEquals(digest(statement), caller.path("client_seq_sha256").asText());
  }

  @Test
  void what_the_gateway_answers_itself_is_recorded_under_the_number() {
    String statement = statement("kr", "kr-feed", 18, "/taxii2/exchange/");

    var answer =
        korea
            .request()
            .header("Accept", Visit.TAXII)
            .header(SequenceStatement.HEADER, statement)
            .get("/taxii2/exchange/");

    assertEquals(200, answer.statusCode(), answer::asString);
    assertNumbered(around.upstream().records().getFirst(), 18, statement);
  }

  @Test
  void a_refusal_behind_the_door_is_recorded_under_the_number() {
    String path = "/taxii2/exchange/collections/" + Surroundings.COLLECTION + "/objects/";
    String statement = statement("kr", "kr-feed", 19, path);

    JsonNode record =
        refusals.of(
            () ->
                korea
                    .request()
                    .header("Accept", "text/html")
                    .header(SequenceStatement.HEADER, statement)
                    .get(path),
            406,
            "HTTP_NOT_ACCEPTABLE");

    assertNumbered(record, 19, statement);
  }

  @Test
  void stock_clients_need_no_number() throws IOException {
    assertEquals(200, korea.get(RIGHTS).statusCode());

    var arrived = around.upstream().arrived().getFirst();
    assertTrue(told(arrived.header("Entente-Caller")).path("client_seq").isMissingNode());
  }

  @Test
  void a_client_that_must_number_is_refused_without_one() {
    Visit counting = counting();

    refusals.of(() -> counting.get(RIGHTS), 400, "SEQ_MISSING");
    String statement = statement("kr", Surroundings.COUNTING, 1, RIGHTS);
    assertEquals(200, get(counting, RIGHTS, statement).statusCode());
  }

  @Test
  void a_statement_for_another_path_client_or_by_another_partner_is_refused() {
    refuse(statement("kr", "kr-feed", 1, "/taxii2/exchange/"), 403, "SEQ_MISMATCH");
    refuse(statement("kr", Surroundings.COUNTING, 1, RIGHTS), 403, "SEQ_MISMATCH");
    refuse(statement("eu", "kr-feed", 1, RIGHTS), 403, "SEQ_MISMATCH");
  }

  @Test
  void a_statement_that_does_not_hold_is_refused_and_its_number_not_recorded() {
    String good = statement("kr", "kr-feed", 20, RIGHTS);
    String other = statement("kr", "kr-feed", 21, RIGHTS);
    String mixed =
        good.substring(0, good.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));

    JsonNode record = refuse(mixed, 400, "SEQ_INVALID");

    assertTrue(record.findPath("client_seq").isMissingNode(), record::toString);
    refuse("not a token", 400, "SEQ_MALFORMED");
    refuse(old("kr-feed"), 400, "SEQ_TIME");
  }

  @Test
  void two_statements_are_refused() {
    String one = statement("kr", "kr-feed", 22, RIGHTS);
    refusals.of(
        () ->
            korea
                .request()
                .header(SequenceStatement.HEADER, one)
                .header(SequenceStatement.HEADER, one)
                .get(RIGHTS),
        400,
        "SEQ_MALFORMED");
  }

  private JsonNode refuse(String statement, int status, String code) {
    return refusals.of(() -> get(korea, RIGHTS, statement), status, code);
  }

  private static Response get(Visit visit, String path, String statement) {
    return visit.request().header(SequenceStatement.HEADER, statement).get(path);
  }

  private static void assertNumbered(JsonNode record, long number, String statement) {
    assertEquals(number, record.findPath("client_seq").asLong(), record::toString);
    assertEquals(digest(statement), record.findPath("client_seq_sha256").asText());
  }

  private Visit counting() {
    var own = around.pki().party("kr").client(Surroundings.COUNTING);
    var realm = around.issuer().realm("kr");
    return new Visit(around, own, realm.sign(realm.token(Surroundings.COUNTING, own.credential())));
  }

  private String statement(String partner, String client, long number, String path) {
    return sign(partner, client, number, path, Instant.now());
  }

  private String old(String client) {
    return sign("kr", client, 1, RIGHTS, Instant.now().minusSeconds(240));
  }

  private String sign(String partner, String client, long number, String path, Instant at) {
    var ops = around.pki().party(partner).signer("ops").credential();
    return new SequenceSigner(new JcaSigningKey(ops.key(), ops.chain()))
        .sign(new SequenceStatement(client, number, "GET", ORIGIN + path, at, Optional.empty()));
  }

  private static String digest(String statement) {
    return Sha256.of(statement.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).base64Url();
  }

  private static JsonNode told(String header) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(header));
  }
}
