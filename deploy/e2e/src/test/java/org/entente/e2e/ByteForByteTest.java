package org.entente.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Signed;
import org.entente.e2e.scene.Stix;
import org.entente.kit.stix.StixInput;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P8: what goes in comes out byte for byte. */
@ExtendWith(OneExchange.class)
class ByteForByteTest {

  private final Scene scene;
  private final Feed korea;
  private final Feed eu;
  private final String id = "indicator--" + UUID.randomUUID();
  private final String object = odd(id);
  private final Signed warning;

  ByteForByteTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    eu = scene.eu();
    var plain = Stix.indicator(Member.KOREA).text();
    warning = korea.sign(" {\n \"objects\" : [ " + object + " ,\n\n" + plain + "\t] }\r\n");
  }

  @BeforeEach
  void korea_writes_oddly() {
    var status = korea.submit(warning).status().document().members();
    assertEquals(2L, status.get("success_count"), status::toString);
  }

  @Test
  void an_object_comes_in_pages_as_it_was_written() {
    var received = eu.received(id);

    assertEquals(List.of(object), received);
  }

  @Test
  void an_object_comes_by_its_id_as_it_was_written() {
    var answer = eu.door().get("collections/" + eu.foreign().id() + "/objects/" + id + "/");

    assertTrue(answer.body().contains(object), answer.body());
  }

  @Test
  void evidence_is_what_was_signed() {
    var origin = eu.origin(id);

    assertArrayEquals(warning.bodyBytes(), origin.evidence().body());
    assertArrayEquals(warning.manifestBytes(), origin.evidence().manifest());
    assertEquals("urn:entente:signer:kr:ops", origin.manifest().signer().urn().toString());
    assertEquals(warning.jti(), origin.manifest().claims().id());
  }

  @Test
  void the_signature_covers_the_very_bytes_that_are_received() {
    var origin = eu.origin(id);

    var received = eu.received().stream().filter(slice -> slice.id().equals(id)).toList();

    assertEquals(1, received.size());
    assertTrue(origin.contains(received.getFirst()));
    assertArrayEquals(object.getBytes(UTF_8), received.getFirst().bytes());
    assertEquals(2, StixInput.of(origin.evidence().body()).objects().size());
  }

  @Test
  void a_restart_changes_no_byte() {
    scene.indicatorService().killAndRestart();

    assertEquals(List.of(object), eu.received(id));
    assertArrayEquals(warning.bodyBytes(), eu.origin(id).evidence().body());
  }

  /** All that a library would tidy up: spaces, order, escapes, letters, forms of numbers. */
  private static String odd(String id) {
    return """
    {\t"x_numbers" : [1.0, 1.10, 1E2, 1e-7, -0, 0.1e+1, 9007199254740991],
      "object_marking_refs":[ "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421" ] ,
      "valid_from":"2026-11-01T00:00:00.000000Z", "pattern_type":"stix",
      "pattern":"[url:value = 'https:\\/\\/example.com\\/\\u00e9']",\r
      "name":"비트코인 지갑 \\ud83d\\udcb0 💰 é e\u0301 \\u0000 \\"quoted\\" \\\\",
      "modified":"2026-11-01T00:00:00.123456Z","created":"2026-11-01T00:00:00.000Z",
      "x_nested":{ "b":[ [ true ] ],"a":false }, "id":"%s",
      "created_by_ref" :"identity--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68",
      "spec_version":"2.1",   "type":"indicator"\n\n}\
    """
        .formatted(id);
  }
}
