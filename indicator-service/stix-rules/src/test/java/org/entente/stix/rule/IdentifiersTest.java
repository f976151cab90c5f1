package org.entente.stix.rule;

import static org.entente.stix.rule.Samples.json;
import static org.entente.stix.rule.Samples.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.entente.stix.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// STIX 2.1 §2.9.
class IdentifiersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ipv4-addr|'value':'198.51.100.3'|28bb3599-77cd-5a82-a950-b5bc3caf07c4",
        "cryptocurrency-wallet|'value':'1KFHE7w8BhaENAswwryaoccDb6qcT6DbYY'|27fadc91-1e1c-5474-988f-07a16840be45",
      })
  void known_identifiers_are_found(String type, String members, String uuid) {
    assertEquals(Optional.of(type + "--" + uuid), made(type, members));
  }

  @Test
  void only_contributing_properties_count_and_their_spelling_does_not() {
    assertEquals(
        made("software", "'name':'Word','vendor':'Microsoft'"),
        made("software", "'vendor':'Microsoft','name':'\\u0057ord','languages':['ko']"));
  }

  @Test
  void one_hash_counts_the_first_the_standard_prefers() {
    String md5 = "'MD5':'d41d8cd98f00b204e9800998ecf8427e'";
    String sha1 = "'SHA-1':'da39a3ee5e6b4b0d3255bfef95601890afd80709'";
    assertEquals(
        made("file", "'hashes':{" + md5 + "}"),
        made("file", "'hashes':{" + sha1 + "," + md5 + "}"));
    String tlsh = "'TLSH':'x'";
    String other = "'OTHER':'y'";
    assertEquals(
        made("file", "'hashes':{" + tlsh + "}"),
        made("file", "'hashes':{" + tlsh + "," + other + "}"));
  }

  @Test
  void what_nothing_identifies_has_none() {
    assertEquals(Optional.empty(), made("process", "'pid':1"));
    assertEquals(Optional.empty(), made("email-message", "'is_multipart':false"));
    assertEquals(Optional.empty(), made("tool", "'name':'n'"));
    assertEquals(Optional.empty(), made("x-theft", "'value':'n'"));
  }

  @Test
  void a_made_identifier_is_right_and_others_are_told_what_it_would_be() {
    String url = TypesTest.smallest(type("url"));
    String made = DeterministicId.of(object(url)).orElseThrow();

    assertEquals(List.of(), rules(TypesTest.with(url, "id", quoted(made))));
    assertEquals(List.of(Rule.STIX_SCO_ID), rules(url));
    String moved = TypesTest.with(url, "value", quoted("https://b.example/"));
    assertEquals(
        List.of(Rule.STIX_SCO_ID_MISMATCH), rules(TypesTest.with(moved, "id", quoted(made))));
  }

  @Test
  void nothing_but_observables_is_named_in_their_namespace() {
    JsonObject like = object("{\"type\":\"mutex\",\"name\":\"evil\"}");
    String borrowed = "tool--" + DeterministicId.of(like).orElseThrow().substring(7);
    for (String name : List.of("evil", " Evil ")) {
      String tool = TypesTest.with(TypesTest.smallest(type("tool")), "id", quoted(borrowed));
      String named = TypesTest.with(tool, "name", quoted(name));

      assertEquals(List.of(Rule.STIX_ID_NAMESPACE), rules(named));
      assertTrue(Validator.of(Profile.COMPAT).check(object(named)).isValid());
    }
  }

  private static Optional<String> made(String type, String members) {
    return DeterministicId.of(object("{\"type\":\"" + type + "\"," + json(members) + "}"));
  }

  private static List<Rule> rules(String text) {
    return Validator.of(Profile.STRICT_GOV).check(object(text)).kept().stream()
        .map(Finding::rule)
        .toList();
  }

  private static ObjectType type(String name) {
    return ObjectTypes.all().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
