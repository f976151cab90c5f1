package org.entente.indicator.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.exchange.DisclosedRecord;
import org.junit.jupiter.api.Test;

class AccessRecordsTest {
  private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
  private static final Resource ONE =
      new Resource("indicator--" + ID, "2026-11-01T00:00:00.000Z", "indicator");

  private final AccessRecords records =
      new AccessRecords(
          () -> ID, new SecureRandom(), new LegalBases(() -> Map.of("c", "article 7")));

  @Test
  void a_record_is_the_contracts_line_key_by_key() {
    AccessEntry entry =
        entry(
            new Outcome.Allowed(200),
            Map.of(Fact.QUERY, "limit=5", Fact.BODY_SIZE, 7),
            List.of(ONE));

    assertEquals(
        """
        {"metadata":{"version":"1.8.0","uid":"ID","product":{"name":"indicator-service",\
        "vendor_name":"Entente"},"profiles":["security_control"],"correlation_uid":"ID"},\
        "category_uid":6,"class_uid":6003,"activity_id":2,"type_uid":600302,"severity_id":1,\
        "time":1795360201123,"status_id":1,"status_code":"200","action_id":1,"disposition_id":1,\
        "actor":{"user":{"_sd":["D"],"org":{"uid":"kr"}},"session":{"uid":"-","issuer":"-"}},\
        "src_endpoint":{"ip":"-","uid":"-"},"api":{"operation":"taxii.getObjects",\
        "request":{"uid":"ID"},"response":{"code":200}},"http_request":{"http_method":"-",\
        "url":{"path":"-"}},"http_response":{"code":200,"body_length":9},"resources":[{"uid":\
        "indicator--ID","version":"2026-11-01T00:00:00.000Z","type":"indicator"}],\
        "exchange":{"purpose":"warning","body_size":7,"part":1,"parts":1,"query":"limit=5"}}\
        """
            .replace("ID", ID.toString()),
        DisclosedRecord.leaf(text(records.write(entry).getFirst()))
            .replaceAll("_sd\":\\[\"[^\"]{43}", "_sd\":[\"D"));
    assertEquals("kr-feed", parse(records.write(entry)).at("/actor/user/uid").asText());
  }

  @Test
  void a_clients_number_is_disclosed_beside_the_record_not_told_in_it() {
    Actor counting = actor(Map.of(Trait.CLIENT_SEQ, "17", Trait.CLIENT_SEQ_SHA256, "digest"));
    List<Line> lines = records.write(entry(counting, Map.of(), List.of()));

    assertFalse(DisclosedRecord.leaf(text(lines.getFirst())).contains("client_seq\""));
    assertEquals("17", parse(lines).at("/exchange/client_seq").asText());
    assertEquals("digest", parse(lines).at("/exchange/client_seq_sha256").asText());
    Actor wrong = actor(Map.of(Trait.CLIENT_SEQ, "0"));
    assertTrue(
        parse(records.write(entry(wrong, Map.of(), List.of())))
            .at("/exchange/client_seq")
            .isMissingNode());
  }

  @Test
  void the_ground_is_the_collections_and_else_the_clients() {
    Actor client = actor(Map.of(Trait.LEGAL_BASIS, "article 9"));

    assertEquals("article 9", ground(client, Map.of()));
    assertEquals("article 9", ground(client, Map.of(Fact.COLLECTION, "d")));
    assertEquals("article 7", ground(client, Map.of(Fact.COLLECTION, "c")));
    assertEquals("", ground(actor(Map.of()), Map.of()));
  }

  private String ground(Actor actor, Map<Fact, Object> facts) {
    return parse(records.write(entry(actor, facts, List.of())))
        .at("/exchange/legal_basis")
        .asText();
  }

  @Test
  void a_refusal_says_so_in_every_field_an_auditor_may_look_at() {
    JsonNode refused = parse(records.write(entry(new Outcome.Refused(404, "OBJECT_UNKNOWN"))));
    JsonNode failed = parse(records.write(entry(new Outcome.Failed(503, "STORE_UNAVAILABLE"))));

    assertEquals("2 404 OBJECT_UNKNOWN 2 2", outcome(refused));
    assertEquals("2 503 STORE_UNAVAILABLE 1 27", outcome(failed));
  }

  @Test
  void an_answer_that_is_not_known_yet_has_no_length() {
    AccessEntry entry =
        new AccessEntry(
            ID,
            Instant.EPOCH,
            Operation.ADD_OBJECTS,
            actor(Map.of()),
            new Outcome.Allowed(202),
            AccessEntry.UNTOLD,
            Map.of(),
            List.of());

    assertTrue(
        parse(records.write(entry)).path("http_response").path("body_length").isMissingNode());
  }

  @Test
  void long_lists_become_parts_that_name_each_other() {
    List<Resource> many = IntStream.range(0, 450).mapToObj(_ -> ONE).toList();

    List<Line> lines = records.write(entry(new Outcome.Allowed(200), Map.of(), many));

    assertEquals(3, lines.size());
    assertEquals(50, parse(lines.subList(2, 3)).path("resources").size());
    assertEquals("3 3", parts(parse(lines.subList(2, 3))));
  }

  @Property(tries = 50)
  void no_record_is_longer_than_the_log_takes(@ForAll String hostile) {
    Map<Trait, String> texts = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      texts.put(trait, hostile.repeat(50) + "\u0001".repeat(3000));
    }
    Map<Fact, Object> facts = Map.of(Fact.QUERY, "\u0001".repeat(5000));
    String longType = "x".repeat(250);
    List<Resource> resources =
        IntStream.range(0, 300)
            .mapToObj(_ -> new Resource(longType + "--" + ID, "v".repeat(64), longType))
            .toList();

    for (Line line : records.write(entry(actor(texts), facts, resources))) {
      int leaf = DisclosedRecord.leaf(text(line)).getBytes(StandardCharsets.UTF_8).length;
      assertTrue(leaf <= 60_000, () -> leaf + " bytes");
      assertTrue(line.length() - leaf <= 32_000, () -> line.length() - leaf + " disclosed");
      assertEquals(text(line), new String(line.toBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String outcome(JsonNode json) {
    return "%s %s %s %s %s"
        .formatted(
            json.path("status_id"),
            json.path("status_code").asText(),
            json.path("status_detail").asText(),
            json.path("action_id"),
            json.path("disposition_id"));
  }

  private static String parts(JsonNode json) {
    return json.path("exchange").path("part") + " " + json.path("exchange").path("parts");
  }

  private static AccessEntry entry(Outcome outcome) {
    return entry(outcome, Map.of(), List.of());
  }

  private static AccessEntry entry(
      Outcome outcome, Map<Fact, Object> facts, List<Resource> resources) {
    return new AccessEntry(
        ID,
        Instant.ofEpochMilli(1795360201123L),
        Operation.GET_OBJECTS,
        actor(Map.of(Trait.CLIENT, "kr-feed", Trait.PURPOSE, "warning")),
        outcome,
        9,
        facts,
        resources);
  }

  private static AccessEntry entry(Actor actor, Map<Fact, Object> facts, List<Resource> resources) {
    return new AccessEntry(
        ID,
        Instant.EPOCH,
        Operation.GET_OBJECTS,
        actor,
        new Outcome.Allowed(200),
        9,
        facts,
        resources);
  }

  private static Actor actor(Map<Trait, String> texts) {
    return new Actor("kr", ID, texts);
  }

  private static JsonNode parse(List<Line> lines) {
    return DisclosedRecord.of(text(lines.getFirst()));
  }

  private static String text(Line line) {
    return new String(line.toBytes(), StandardCharsets.UTF_8);
  }
}
