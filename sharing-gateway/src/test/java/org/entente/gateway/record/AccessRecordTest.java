package org.entente.gateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.gateway.exchange.DisclosedRecord;
import org.junit.jupiter.api.Test;

class AccessRecordTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final UUID UID = UUID.fromString("0d9c8b7a-6f5e-4d3c-8b2a-190807f6e5d4");
  private static final UUID REQUEST = UUID.fromString("7e6d5c4b-3a29-4180-9f7e-6d5c4b3a2918");

  private static final String REFUSED =
      """
      {"metadata":{"version":"1.8.0","uid":"0d9c8b7a-6f5e-4d3c-8b2a-190807f6e5d4",\
      "product":{"name":"sharing-gateway","vendor_name":"Entente"},\
      "profiles":["security_control"],"correlation_uid":"7e6d5c4b-3a29-4180-9f7e-6d5c4b3a2918"},\
      "category_uid":6,"class_uid":6003,"activity_id":1,"type_uid":600301,"severity_id":1,\
      "time":1795360205000,"status_id":2,"status_code":"400","status_detail":"BODY_DIGEST",\
      "action_id":2,"disposition_id":2,"actor":{"user":{"_sd":["D"],\
      "org":{"uid":"kr","ou_name":"npa/liaison"}},\
      "session":{"_sd":["D"],"issuer":"https://idp/realms/kr"}},\
      "src_endpoint":{"_sd":["D"],"uid":"LEAF"},"api":{"operation":"taxii.addObjects",\
      "request":{"uid":"7e6d5c4b-3a29-4180-9f7e-6d5c4b3a2918"},"response":{"code":400}},\
      "http_request":{"http_method":"POST",\
      "url":{"path":"/taxii2/exchange/collections/c/objects/"}},\
      "http_response":{"code":400,"body_length":131},"exchange":{"purpose":"warning",\
      "collection":"c","manifest_sha256":"M","body_sha256":"B","body_size":2}}\
      """;

  @Test
  void a_refused_submission_is_recorded_field_by_field_in_the_contracts_order() {
    var actor =
        new Actor(
            "kr",
            "kr-feed",
            Optional.of("npa/liaison"),
            "LEAF",
            Optional.of(new Actor.Token("jti-1", "https://idp/realms/kr")));
    var known =
        Particulars.ofQuery(Optional.empty())
            .withPurpose("warning")
            .withCollection("c")
            .withManifest("M")
            .withBody(new Particulars.SignedBytes("B", 2, Optional.empty()));
    var attempt = attempt("POST", "/taxii2/exchange/collections/c/objects/").by(actor).with(known);

    String sent = text(attempt, new Outcome.Refused(400, 131, "BODY_DIGEST"));

    assertEquals(
        REFUSED, DisclosedRecord.leaf(sent).replaceAll("_sd\":\\[\"[^\"]{43}", "_sd\":[\"D"));
    JsonNode record = DisclosedRecord.of(sent);
    assertEquals("kr-feed", record.at("/actor/user/uid").asText());
    assertEquals("jti-1", record.at("/actor/session/uid").asText());
    assertEquals("127.0.0.1", record.at("/src_endpoint/ip").asText());
  }

  @Test
  void the_same_person_twice_has_two_digests() {
    var attempt = attempt("GET", "/taxii2/").by(Actor.behind("LEAF"));

    assertNotEquals(
        text(attempt, new Outcome.Allowed(200, 12)), text(attempt, new Outcome.Allowed(200, 12)));
  }

  @Test
  void nobody_knowns_request_has_dashes_and_no_session() {
    String record = text(attempt("GET", "/x"), new Outcome.Failed(503, 1, "DEP_UNAVAILABLE"));

    assertTrue(record.contains("\"actor\":{\"user\":{\"uid\":\"-\",\"org\":{\"uid\":\"-\"}}}"));
    assertTrue(record.contains("\"status_id\":2,"));
    assertTrue(record.contains("\"action_id\":1,\"disposition_id\":27"));
    assertTrue(record.contains("\"activity_id\":99,\"type_uid\":600399"));
    assertTrue(DisclosedRecord.leaf(record).endsWith("\"exchange\":{}}"));
  }

  @Test
  void an_allowed_access_has_no_code() {
    String record = text(attempt("GET", "/taxii2/"), new Outcome.Allowed(200, 12));
    assertTrue(
        record.contains(
            "\"status_id\":1,\"status_code\":\"200\",\"action_id\":1,\"disposition_id\":1"));
  }

  @Test
  void nothing_a_client_sends_makes_its_record_unreadable_or_too_long() {
    String nasty = "\ud800\u0000\r\n\u001b[31m\u202e" + "\ud83d\ude00".repeat(4000);
    var actor =
        new Actor(
            "kr", "kr-feed", Optional.empty(), "L", Optional.of(new Actor.Token(nasty, nasty)));
    var known = Particulars.ofQuery(Optional.of(nasty)).withPurpose(nasty).withCollection(nasty);
    var attempt = attempt(nasty, nasty).by(actor).with(known);

    byte[] bytes = AccessRecord.of(UID, attempt, new Outcome.Refused(400, 1, "HTTP_ABUSE"), RANDOM);

    assertTrue(bytes.length < 60_000, () -> "bytes " + bytes.length);
    String record = new String(bytes, StandardCharsets.UTF_8);
    assertTrue(record.codePoints().noneMatch(Character::isISOControl));
    assertFalse(record.contains("\\u0000"));
    String query = DisclosedRecord.of(record).at("/exchange/query").asText();
    assertTrue(query.startsWith("\ufffd\ufffd\ufffd\ufffd\ufffd[31m"), query.substring(0, 9));
    assertTrue(query.length() <= 1024);
  }

  private static Attempt attempt(String method, String path) {
    return new Attempt(
        REQUEST,
        Instant.ofEpochMilli(1795360205000L),
        new Attempt.Http(method, path, "127.0.0.1"),
        Actor.behind("LEAF"),
        Particulars.ofQuery(Optional.empty()));
  }

  private static String text(Attempt attempt, Outcome outcome) {
    return new String(AccessRecord.of(UID, attempt, outcome, RANDOM), StandardCharsets.UTF_8);
  }
}
