package org.entente.stix.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsReaderTest {
  private static final String OURS = Releasability.EXTENSION;
  private static final String OTHER = "marking-definition--00000000-0000-4000-8000-000000000001";
  private static final String TO_CERT =
      "'%s':{'extension_type':'property-extension','releasable_to':['urn:entente:agency:eu:cert-eu'],"
              .formatted(OURS)
          + "'onward_release':'originator-consent','originator_control':true}";
  private static final Releasability CERT =
      new Releasability(
          Set.of(Recipient.agency("eu", "cert-eu")), OnwardRelease.ORIGINATOR_CONSENT, true);

  @Test
  void an_object_without_markings_says_nothing() {
    assertEquals(Terms.NONE, terms("{'type':'url'}"));
  }

  @ParameterizedTest
  @CsvSource({
    "613f2e26-407d-48c7-9eca-b8e91df99dc9, CLEAR",
    "f88d31f6-486f-44da-b317-01333bde0b82, AMBER",
    "826578e1-40ad-459f-bc73-ede076f81f37, AMBER_STRICT",
    "e828b379-4e03-4974-9ac4-e53a884c97c1, RED",
  })
  void tlp_is_known_by_the_ids_of_both_versions_and_by_the_known_alias(String id, Tlp level) {
    assertEquals(
        Terms.of(level),
        terms("{'type':'url','object_marking_refs':['marking-definition--" + id + "']}"));
  }

  @Test
  void the_strictest_of_all_markings_lifts_the_whole_object() {
    var object =
        "{'type':'url','object_marking_refs':['C','G'],'granular_markings':[{'lang':'ko',"
            + "'selectors':['value']},{'marking_ref':'R','selectors':['value']}]}";
    var marked =
        object
            .replace("'C'", "'" + Tlp.CLEAR.marking() + "'")
            .replace("'G'", "'" + Tlp.GREEN.marking() + "'")
            .replace("'R'", "'" + Tlp.RED.marking() + "'");

    assertEquals(Terms.of(Tlp.RED), terms(marked));
  }

  @Test
  void the_releasability_extension_counts_on_the_object_and_on_what_it_refers_to() {
    var onTheObject = "{'type':'url','extensions':{" + TO_CERT + "}}";
    var referring = "{'type':'url','object_marking_refs':['" + OTHER + "']}";
    var definition = definition("'extensions':{" + TO_CERT + "}");

    assertEquals(Terms.of(CERT), terms(onTheObject));
    assertEquals(Terms.of(CERT), terms(referring, definition));
    assertEquals(Terms.of(CERT), terms(definition));
  }

  @Test
  void what_nobody_here_has_is_unknown() {
    assertEquals(
        Terms.unknown(OTHER), terms("{'type':'url','object_marking_refs':['" + OTHER + "']}"));
  }

  @Test
  void a_statement_restricts_nobody() {
    var statement = definition("'definition_type':'statement','definition':{'statement':'(c)'}");

    assertEquals(
        Terms.NONE, terms("{'type':'url','object_marking_refs':['" + OTHER + "']}", statement));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'definition_type':'x-caveat','definition':{}",
        "'definition_type':'tlp','definition':{'tlp':'ultra'}",
        "'extensions':{'extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce':{}}",
        "'extensions':{'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d':{}}",
      })
  void a_marking_of_a_kind_nobody_here_knows_is_unknown(String kind) {
    var referring = "{'type':'url','object_marking_refs':['" + OTHER + "']}";

    assertEquals(Terms.unknown(OTHER), terms(referring, definition(kind)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'releasable_to':[],'onward_release':'permitted'}",
        "{'releasable_to':['urn:entente:agency:eu'],'onward_release':'permitted'}",
        "{'releasable_to':['urn:entente:partner:eu',1],'onward_release':'permitted'}",
        "{'releasable_to':['urn:entente:partner:eu'],'onward_release':'whatever'}",
        "{'releasable_to':['urn:entente:partner:eu']}",
        "{'releasable_to':['urn:entente:partner:eu'],'onward_release':'permitted','until':'2027'}",
        "{'releasable_to':['urn:entente:partner:eu'],'onward_release':'permitted',"
            + "'originator_control':'yes'}",
        "'text'",
      })
  void an_extension_that_cannot_be_read_is_unknown(String extension) {
    var object = "{'type':'url','extensions':{'" + OURS + "':" + extension + "}}";

    assertEquals(Terms.unknown(OURS), terms(object));
  }

  @Test
  void pap_is_carried_and_an_unknown_word_of_it_restricts_nobody() {
    var pap = "'extensions':{'" + Pap.EXTENSION + "':{'pap':'%s'}}";

    assertEquals(Terms.of(Pap.AMBER), terms("{'type':'url'," + pap.formatted("amber") + "}"));
    assertEquals(Terms.NONE, terms("{'type':'url'," + pap.formatted("blue") + "}"));
    assertEquals(
        Terms.of(Pap.RED).and(Terms.of(Tlp.CLEAR)), terms(definition(pap.formatted("red"))));
  }

  @Test
  void the_fixed_definitions_of_tlp_are_for_everybody() {
    assertEquals(
        Terms.of(Tlp.CLEAR),
        terms("{'type':'marking-definition','id':'" + Tlp.RED.marking() + "'}"));
  }

  private static String definition(String members) {
    return "{'type':'marking-definition','id':'" + OTHER + "'," + members + "}";
  }

  private static Terms terms(String object, String... definitions) {
    var known =
        definitions.length == 0
            ? Map.<String, Terms>of()
            : Map.of(OTHER, TermsReader.definition(read(definitions[0])));
    return TermsReader.markings(read(object)).under(id -> Optional.ofNullable(known.get(id)));
  }

  private static JsonObject read(String text) {
    return (JsonObject) JsonReader.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_recipient_has_a_short_form() {
    for (var name : List.of("eu", "eu/cert-eu", "eu/cert-eu/liaison")) {
      assertEquals(name, Recipient.ofName(name).orElseThrow().name());
    }
    for (var name : List.of("", "e", "EU", "eu/", "eu/cert-eu/liaison/x", "eu//x")) {
      assertEquals(Optional.empty(), Recipient.ofName(name));
    }
  }
}
