package org.entente.kit.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.kit.prepare.Prepared.Added;
import org.entente.kit.stix.StixUnreadable;
import org.entente.stix.address.Chain;
import org.entente.stix.marking.OnwardRelease;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Releasability;
import org.entente.stix.marking.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationTest {

  private static final String AMBER =
      "\"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421\"";
  private static final String RELEASABLE =
      "\"extension-definition--b893fbc6-4069-4266-8691-38b22b0fd28c\":{\"extension_type\":\"property-extension\","
          + "\"releasable_to\":[\"urn:entente:partner:eu\"],\"onward_release\":\"originator-consent\"}";
  private static final Preparation MARKING = Preparation.marking(Tlp.AMBER);
  private static final Preparation RELEASING =
      new Preparation(
          Tlp.AMBER,
          Optional.empty(),
          Optional.of(
              new Releasability(
                  Set.of(Recipient.partner("eu")), OnwardRelease.ORIGINATOR_CONSENT, false)),
          Optional.empty());

  private static Preparation reading(Optional<Chain> chain) {
    return new Preparation(
        Tlp.AMBER, Optional.empty(), Optional.empty(), Optional.of(new WalletReading(chain)));
  }

  private static String prepared(Preparation preparation, String object) {
    return new String(preparation.apply("id", object.getBytes(UTF_8)).bytes(), UTF_8);
  }

  private static Prepared wallet(Optional<Chain> chain, String value) {
    String object = "{\"type\":\"cryptocurrency-wallet\",\"value\":\"" + value + "\"}";
    return reading(chain).apply("id", object.getBytes(UTF_8));
  }

  @Test
  void extensions_that_are_there_stay_and_ours_goes_before_them() {
    String rest = ",\"object_marking_refs\":[" + AMBER + "],\"type\":\"tool\"}";

    assertEquals(
        "{ \"extensions\" : {" + RELEASABLE + ",\"a\": {} }" + rest,
        prepared(RELEASING, "{ \"extensions\" : {\"a\": {} }" + rest));
    assertEquals(
        "{ \"extensions\":{" + RELEASABLE + "}" + rest,
        prepared(RELEASING, "{ \"extensions\":{}" + rest));
  }

  @Test
  void an_object_that_names_its_readers_keeps_them() {
    String object = "{\"object_marking_refs\":[" + AMBER + "],\"extensions\":{" + RELEASABLE + "}}";

    assertEquals(object, prepared(RELEASING, object));
  }

  @ParameterizedTest
  @ValueSource(strings = {"marking-definition", "extension-definition"})
  void a_definition_is_marked_but_binds_nobody_else(String type) {
    Prepared prepared = RELEASING.apply("id", ("{\"type\":\"" + type + "\"}").getBytes(UTF_8));

    assertEquals(Set.of(Added.MARKING), prepared.added());
  }

  @Test
  void a_marking_of_a_part_is_none_of_the_object() {
    String part =
        "\"granular_markings\":[{\"marking_ref\":" + AMBER + ",\"selectors\":[\"name\"]}]}";

    assertEquals("{\"object_marking_refs\":[" + AMBER + "]," + part, prepared(MARKING, "{" + part));
  }

  @Test
  void an_empty_list_of_markings_is_filled() {
    assertEquals(
        "{\"object_marking_refs\":[" + AMBER + " ]}",
        prepared(MARKING, "{\"object_marking_refs\":[ ]}"));
  }

  @Test
  void the_list_is_found_in_the_object_itself_and_nowhere_inside() {
    String inside = "{\"é\":{\"object_marking_refs\":[\"a\"]},\"object_marking_refs\":[%s\"b\"]}";

    assertEquals(inside.formatted(AMBER + ","), prepared(MARKING, inside.formatted("")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"a\":1}", "{\"object_marking_refs\":\"none\"}", "{\"extensions\":7}"})
  void twice_is_once(String object) {
    String once = prepared(RELEASING, object);

    assertEquals(once, prepared(RELEASING, once));
  }

  @Test
  void the_fixed_definitions_stay_as_they_are() {
    String constant = "{\"type\":\"marking-definition\",\"id\":" + AMBER + "}";

    assertEquals(constant, prepared(RELEASING, constant));
  }

  @ParameterizedTest
  @CsvSource({
    "0x098b716b8aaf21512996dc57eb0615e2383e2f96,eip155:0",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4,bip122:000000000019d6689c085ae165831e93",
    "TXEsK1sEsKjZ1xtHitnyAAoqw3WLdYdRNW,tron:0x2b6653dc"
  })
  void an_address_that_shows_its_chain_needs_no_word_from_us(String value, String chain) {
    for (Optional<Chain> declared : List.of(Optional.<Chain>empty(), Optional.of(Chain.LTC))) {
      Prepared prepared = wallet(declared, value);

      assertEquals(Set.of(Added.MARKING, Added.WALLET), prepared.added());
      String text = new String(prepared.bytes(), UTF_8);
      assertTrue(text.contains("\"chain\":\"" + chain + "\""), text);
    }
  }

  @Test
  void an_address_of_many_chains_is_read_only_as_of_the_one_that_is_named() {
    String value = "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy";

    assertEquals(
        Optional.of("its form does not tell its chain"), wallet(Optional.empty(), value).open());
    assertEquals(
        Set.of(Added.MARKING, Added.WALLET), wallet(Optional.of(Chain.LTC), value).added());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tniq9axbp9ejuqhdhrwrfvaa8u3guqzh81", "nobody", ""})
  void what_is_no_address_is_left_with_a_reason_that_does_not_repeat_it(String value) {
    Prepared prepared = wallet(Optional.empty(), value);

    assertEquals(Set.of(Added.MARKING), prepared.added());
    assertEquals(value.isEmpty(), prepared.open().orElseThrow().contains(value));
  }

  @Test
  void what_is_no_object_is_refused_by_its_id() {
    StixUnreadable refused =
        assertThrows(StixUnreadable.class, () -> prepared(MARKING, "{\"a\":1,\"a\":2}"));

    assertEquals("id", String.valueOf(refused.getMessage()).substring(0, 2));
  }
}
