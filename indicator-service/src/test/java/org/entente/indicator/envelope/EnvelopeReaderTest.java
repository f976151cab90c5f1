package org.entente.indicator.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.entente.indicator.refusal.Refusal;
import org.entente.indicator.refusal.Refusal.EnvelopeInvalid;
import org.entente.indicator.refusal.Refusal.JsonInvalid;
import org.entente.indicator.refusal.Refusal.LimitObjects;
import org.entente.indicator.stix.Property;
import org.entente.indicator.stix.StixObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
  @Test
  void an_object_keeps_every_byte_between_its_braces() {
    String object = "{ \"type\" :\"x\",\n\t\"id\": \"\\u00e9é✓\" , \"n\":1.50e1 }";
    Envelope envelope = read("{\"objects\" : [ " + object + " , {\"a\":{}} ] }");

    assertEquals(object, text(envelope.objects().getFirst()));
    assertEquals("{\"a\":{}}", text(envelope.objects().getLast()));
  }

  @Test
  void what_the_exchange_needs_is_read_and_the_rest_is_there() {
    EnvelopeObject object =
        read("""
        {"objects":[{"x":{"id":"no","type":[1]},"type":"indicator","id":"i","created":5,
        "modified":"m","revoked":true}]}
        """)
            .objects()
            .getFirst();

    assertEquals("i", object.stix().text(Property.ID).orElseThrow());
    assertEquals("m", object.stix().text(Property.MODIFIED).orElseThrow());
    assertTrue(object.stix().text(Property.CREATED).isEmpty());
    assertTrue(object.stix().revoked());
    assertEquals(6, object.json().size());
  }

  @Test
  void a_pointer_leads_from_the_envelope_into_the_object() {
    assertEquals("/objects/0/a~1b~0c", one("{\"x\":1}").pointer("a/b~c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"objects\":[{}]",
        "{\"objects\":[{\"id\":\"a\",\"id\":\"b\"}]}",
        "{\"objects\":[{\"x\":{\"y\":1,\"y\":2}}]}",
        "{\"objects\":[{}],\"objects\":[{}]}",
        "{\"objects\":[{}]} x",
        "{\"objects\":[{}]}{}",
        "[] []",
        "{\"objects\":[{\"n\":01}]}",
        "{\"objects\":[{\"n\":NaN}]}",
        "{\"objects\":[{\"n\":9007199254740992}]}",
        "{\"objects\":[{\"n\":-9007199254740992}]}",
        "{\"objects\":[{\"n\":123456789012345678901234567890}]}",
        "{\"objects\":[{\"n\":1e999}]}",
        "{\"objects\":[{\"s\":\"\\ud800\"}]}",
        "{\"objects\":[{\"s\":\"\\udc00\\ud800\"}]}",
        "{\"objects\":[{\"\\ud83d\":1}]}",
        "{\"objects\":[{\"s\":\"\\u00zz\"}]}",
        "{'objects':[]}",
        "{\"objects\":[{},]}",
        "// no\n{}",
        "{\"objects\":[{\"s\":\"a\u0001\"}]}"
      })
  void what_is_not_i_json_is_refused_and_says_where(String body) {
    JsonInvalid refusal = assertThrows(JsonInvalid.class, () -> read(body));

    assertTrue(refusal.detail().startsWith("byte "), refusal.detail());
  }

  @Test
  void the_largest_integers_and_whole_pairs_are_i_json() {
    one("{\"n\":[9007199254740991,-9007199254740991,1.5e300],\"s\":\"\\ud83d\\ude00\\\\ud800\"}");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[][] bodies = {
      {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', '}'},
      "{\"objects\":[{\"s\":\"\u00e9\"}]}".getBytes(StandardCharsets.ISO_8859_1),
      "{\"objects\":[{}]}".getBytes(StandardCharsets.UTF_16LE),
      "{\"objects\":[{}]}".getBytes(StandardCharsets.UTF_16),
      {'"', (byte) 0xC0, (byte) 0x80, '"'},
      {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
      {'"', (byte) 0xE2, (byte) 0x82}
    };
    for (byte[] body : bodies) {
      assertThrows(JsonInvalid.class, () -> EnvelopeReader.read(body, 10));
    }
  }

  @Test
  void depth_and_numbers_have_their_limits() {
    // The envelope, its list and the object are the first three levels.
    one("{\"a\":" + "[".repeat(61) + "1" + "]".repeat(61) + "}");
    assertThrows(JsonInvalid.class, () -> one("{\"a\":" + "[".repeat(62) + "]".repeat(62) + "}"));
    assertThrows(JsonInvalid.class, () -> read("[".repeat(10_000)));
    one("{\"n\":1." + "0".repeat(63) + "}");
    assertThrows(JsonInvalid.class, () -> one("{\"n\":1." + "0".repeat(64) + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "null",
        "\"text\"",
        "{\"objects\":[]}",
        "{\"objects\":{}}",
        "{\"objects\":null}",
        "{\"objects\":[1]}",
        "{\"objects\":[{},[]]}",
        "{\"more\":true}",
        "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[{}]}"
      })
  void json_that_is_no_envelope_says_how_to_submit(String body) {
    Refusal refusal = assertThrows(EnvelopeInvalid.class, () -> read(body));

    assertEquals(422, refusal.status());
  }

  @Test
  void a_bundle_is_told_what_to_send_instead() {
    Refusal refusal =
        assertThrows(
            EnvelopeInvalid.class, () -> read("{\"type\":\"bundle\",\"objects\":[{\"a\":1}]}"));

    assertTrue(refusal.detail().contains("envelope"), refusal.detail());
  }

  @Test
  void one_object_too_many_is_too_many() {
    assertEquals(3, EnvelopeReader.read(objects(3), 3).objects().size());
    assertThrows(LimitObjects.class, () -> EnvelopeReader.read(objects(4), 3));
  }

  @Test
  void a_body_that_says_more_than_its_objects_is_not_plain() {
    assertTrue(read("{\"more\":false,\"next\":\"n\",\"objects\":[{}]}").plain());
    assertFalse(read("{\"x_note\":\"secret\",\"objects\":[{}]}").plain());
  }

  private static byte[] objects(int count) {
    String list = "{},".repeat(count - 1) + "{}";
    return ("{\"objects\":[" + list + "]}").getBytes(StandardCharsets.UTF_8);
  }

  private static StixObject one(String object) {
    return read("{\"objects\":[" + object + "]}").objects().getFirst().stix();
  }

  private static Envelope read(String body) {
    return EnvelopeReader.read(body.getBytes(StandardCharsets.UTF_8), 10);
  }

  private static String text(EnvelopeObject object) {
    return new String(object.bytes().toBytes(), StandardCharsets.UTF_8);
  }
}
