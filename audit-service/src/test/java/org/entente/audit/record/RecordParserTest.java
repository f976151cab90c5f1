package org.entente.audit.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.audit.SampleRecord;
import org.entente.audit.record.Call.Endpoint;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordParserTest {

  private static final Path EXAMPLES = Path.of("contract", "examples");
  private static final SampleRecord GOOD = SampleRecord.fresh();

  private static AccessRecord parse(byte[] sent) {
    return RecordParser.parse(SentRecord.of(sent));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A change to a good record that makes it one that must be refused. */
  record Fault(String in, String out) {
    String applied() {
      var json = GOOD.json().replace(in, out);
      if (json.equals(GOOD.json())) {
        throw new IllegalArgumentException("nothing to replace: " + in);
      }
      return json;
    }
  }

  static Stream<Fault> faultsOfContent() {
    var uid = GOOD.uid().toString();
    return Stream.of(
        new Fault("\"version\":\"1.8.0\"", "\"version\":\"1.7.0\""),
        new Fault("\"uid\":\"" + uid + "\",", ""),
        new Fault("\"uid\":\"" + uid + "\"", "\"uid\":\"" + uid.toUpperCase(Locale.ROOT) + "A\""),
        new Fault("\"correlation_uid\":\"" + uid + "\"", "\"correlation_uid\":\"1-1-1-1-1\""),
        new Fault("\"vendor_name\":\"Entente\"", "\"vendor_name\":\"Other\""),
        new Fault("\"category_uid\":6", "\"category_uid\":5"),
        new Fault("\"class_uid\":6003", "\"class_uid\":\"6003\""),
        new Fault("\"activity_id\":2", "\"activity_id\":5"),
        new Fault("\"type_uid\":600302", "\"type_uid\":600301"),
        new Fault("\"severity_id\":1,", ""),
        new Fault("\"time\":1795360201123", "\"time\":0"),
        new Fault("\"time\":1795360201123", "\"time\":253402300800000"),
        new Fault("\"time\":1795360201123", "\"time\":1795360201.5"),
        new Fault("\"time\":1795360201123", "\"time\":99999999999999999999"),
        new Fault("\"action_id\":1", "\"action_id\":2"),
        new Fault("\"status_id\":1", "\"status_id\":3"),
        new Fault("\"disposition_id\":1", "\"disposition_id\":true"),
        new Fault("\"status_code\":\"200\",", ""),
        new Fault("\"src_endpoint\":{", "\"src_endpoint\":{\"uid\":null,"),
        new Fault("\"class_uid\":6003", "\"class_uid\":6001"),
        new Fault("\"operation\":\"taxii.getObjects\"", "\"operation\":\"\""));
  }

  static Stream<Fault> faultsOfForm() {
    return Stream.of(
        new Fault("\"org\":{\"uid\":\"kr\"}", "\"org\":{\"uid\":\"k\\u0000r\"}"),
        new Fault("\"org\":{\"uid\":\"kr\"}", "\"org\":{\"uid\":\"k\\ud800r\"}"),
        new Fault("{\"uid\":\"kr\"}", "{\"uid\":\"" + "x".repeat(513) + "\"}"),
        new Fault("{\"uid\":\"kr\"}", "{\"uid\":\"kr\",\"uid\":\"eu\"}"),
        new Fault("\"actor\":{", "\"actor.user.uid\":\"eu-feed\",\"actor\":{"),
        new Fault("\"org\":{\"uid\":\"kr\"}", "\"org\":[{\"uid\":\"kr\"}]"),
        new Fault("}]}", "}],\"exchange\":{\"collection\":[\"one\",\"two\"]}}"),
        new Fault("}]}", "}],\"exchange\":{\"recipient_party\":[\"kr\",\"eu\"]}}"),
        new Fault("\"resources\":[", "\"resources\":[" + "{\"uid\":\"x\"},".repeat(200)),
        new Fault("\"type\":\"indicator\"", "\"type\":" + "[".repeat(20) + "]".repeat(20)),
        new Fault(",\"resources\"", ",\n\"resources\""),
        new Fault("{\"metadata\"", "\ufeff{\"metadata\""),
        new Fault("\"type\":\"indicator\"}]}", "\"type\":\"indicator\"}]} {}"),
        new Fault("\"type\":\"indicator\"}]}", "\"type\":\"indicator\"]}"),
        new Fault("\"severity_id\":1", "\"severity_id\":01"),
        new Fault("{\"metadata\"", "/* */{\"metadata\""));
  }

  @ParameterizedTest
  @MethodSource({"faultsOfContent", "faultsOfForm"})
  void what_is_wrong_in_one_place_is_refused(Fault fault) {
    var refused = assertThrows(RecordRejected.class, () -> parse(utf8(fault.applied())));
    assertEquals(RefusalCode.RECORD_INVALID, refused.code());
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    var latin1 =
        GOOD.json()
            .replace("indicator\"}", "indicat\u00e9\"}")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(Refusal.class, () -> parse(latin1));
    var utf16 = GOOD.json().getBytes(StandardCharsets.UTF_16);
    assertThrows(Refusal.class, () -> parse(utf16));
  }

  @Test
  void sixty_thousand_bytes_are_read_and_one_more_is_too_large() {
    var padding =
        "x".repeat(RecordParser.MAX_BYTES - SentRecord.of(utf8(filled(""))).leaf().length);
    parse(utf8(filled(padding)));

    var refused = assertThrows(RecordRejected.class, () -> parse(utf8(filled(padding + "x"))));
    assertEquals(RefusalCode.RECORD_TOO_LARGE, refused.code());
  }

  private static String filled(String padding) {
    return GOOD.json().replace("}]}", "}],\"exchange\":{\"query\":\"" + padding + "\"}}");
  }

  @Test
  void a_record_is_read_as_what_it_says() {
    var record = parse(GOOD.bytes());

    assertEquals(
        new AccessRecord(
            RecordClass.API_ACTIVITY,
            GOOD.uid(),
            1_795_360_201_123L,
            "indicator-service",
            "kr",
            "kr-feed",
            "taxii.getObjects",
            Outcome.ALLOWED,
            "200",
            List.of(GOOD.object()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        record);
  }

  @Test
  void what_decides_who_may_read_is_read_too() {
    var record = parse(GOOD.within("a-collection").givenTo("eu").bytes());

    assertEquals(Optional.of("a-collection"), record.collection());
    assertEquals(Optional.of("eu"), record.recipient());
  }

  @Test
  void the_examples_of_the_contract_are_records_as_leaves_and_as_sent() throws IOException {
    try (var examples = Files.list(EXAMPLES)) {
      for (var example : examples.filter(file -> file.toString().endsWith(".json")).toList()) {
        var name = example.getFileName().toString().replace(".json", "");
        var leaf = utf8(Files.readString(example).strip());
        assertArrayEquals(leaf, SentRecord.of(sent(name)).leaf());
        assertEquals(parse(sent(name)).uid(), RecordParser.leaf(leaf).uid());
      }
    }
    assertEquals("eu-feed", parse(sent("read-allowed")).actor());
    assertEquals(Outcome.DENIED, parse(sent("submission-refused")).outcome());
    assertEquals("BODY_DIGEST", parse(sent("submission-refused")).code());
    assertEquals(Outcome.ERROR, parse(sent("unknown-caller-failed")).outcome());
  }

  private static byte[] sent(String example) throws IOException {
    return utf8(Files.readString(EXAMPLES.resolve(example + ".sent")).strip());
  }

  @Test
  void our_own_records_are_records_whatever_was_asked() {
    var hostile = "\u0000\"}\\\ud83d\ude00" + "x".repeat(50_000);
    var call =
        new Call(
            UUID.randomUUID(),
            "log.search",
            "GET",
            "/" + hostile,
            hostile,
            new Endpoint("::1", "a"),
            Optional.of(new Call.Counted(17, "digest")));
    var actor = new Actor("kr", "kr-auditor", hostile, "https://issuer.example");

    var read =
        parse(
            new RecordWriter(new SecureRandom(), "exchange.example/log")
                .write(UUID.randomUUID(), 1, actor, call, Answer.refused(401, "AUTH_NO_TOKEN")));

    assertEquals("audit-service", read.product());
    assertEquals(Outcome.DENIED, read.outcome());
    assertEquals("AUTH_NO_TOKEN", read.code());
  }

  @Test
  void what_is_done_to_a_review_names_it_and_changes_it() {
    var call =
        new Call(
            UUID.randomUUID(),
            "review.sign",
            "POST",
            "/console/reviews/1",
            "",
            new Endpoint("::1", "a"),
            Optional.empty());
    var actor = Actor.withoutToken("kr", "person:inspector");
    var act = new Act("review", "review--1", "digest", 17);

    var sent =
        new RecordWriter(new SecureRandom(), "exchange.example/log")
            .write(UUID.randomUUID(), 1, actor, call, Answer.done(act));

    assertEquals(List.of("review--1"), parse(sent).objects());
    assertEquals("303", parse(sent).code());
    var text = new String(sent, StandardCharsets.UTF_8);
    assertEquals(true, text.contains("\"type_uid\":600303,"), text);
    assertEquals(true, text.contains("\"exchange\":{\"size\":17,\"sha256\":\"digest\"}"), text);
  }

  @Test
  void only_this_service_tells_of_reviews() {
    var forged = SampleRecord.fresh().doing("review.sign").bytes();

    assertThrows(RecordRejected.class, () -> parse(forged));
  }
}
