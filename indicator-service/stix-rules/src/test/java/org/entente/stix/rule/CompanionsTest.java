package org.entente.stix.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What objects of one envelope owe each other.
class CompanionsTest {
  private static final String ID = "campaign--68f58c89-2aac-44d0-8709-3ccdec1372a8";
  private static final String DEFINITION =
      "extension-definition--7b0f5f4c-2a35-4e0a-8f0e-0f9a3c6d1e52";
  private static final JsonObject CAMPAIGN =
      object(
          "'type':'campaign','id':'"
              + ID
              + "','modified':'2026-11-01T00:00:00.000Z',"
              + "'name':'heist','aliases':['one','two'],'first_seen':'2025-02-21T00:00:00Z',"
              + "'x_place':{'city':'Seoul','rooms':[{'name':'a'},{'name':'b'}]}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'name':'절도'                                                   |
          'aliases':['하나','둘']                                         |
          'x_place':{'city':'서울','rooms':[{'name':'가'},{'name':'나'}]} |
          'motto':'…'                                                     | /contents/ko/motto
          'name':['절도']                                                 | /contents/ko/name
          'first_seen':1                                                  | /contents/ko/first_seen
          'aliases':['하나']                                              | /contents/ko/aliases
          'aliases':['하나',2]                                            | /contents/ko/aliases/1
          'x_place':{'country':'한국'}                                    | /contents/ko/x_place/country
          'x_place':{'rooms':[{'name':'가'},{'nom':'나'}]}                | /contents/ko/x_place/rooms/1/nom
          """)
  void a_translation_fits_what_it_translates(String translated, String pointer) {
    assertEquals(
        Stream.ofNullable(pointer).toList(),
        found(Rule.STIX_TRANSLATION, translation("", translated), CAMPAIGN));
  }

  @Test
  void a_translation_of_another_version_is_not_compared() {
    String other = "'object_modified':'2026-10-01T00:00:00.000Z',";
    String same = "'object_modified':'2026-11-01T00:00:00.000000Z',";

    assertEquals(
        List.of(), found(Rule.STIX_TRANSLATION, translation(other, "'motto':'…'"), CAMPAIGN));
    assertEquals(
        List.of("/contents/ko/motto"),
        found(Rule.STIX_TRANSLATION, translation(same, "'motto':'…'"), CAMPAIGN));
  }

  @Test
  void what_did_not_come_along_is_not_missed() {
    assertEquals(List.of(), found(Rule.STIX_TRANSLATION, translation("", "'motto':'…'")));
  }

  @Test
  void an_extension_is_used_as_its_definition_says() {
    JsonObject definition =
        object(
            "'type':'extension-definition','id':'"
                + DEFINITION
                + "','extension_types':['property-extension','new-sdo']");
    JsonObject good = extended("property-extension");
    JsonObject bad = extended("toplevel-property-extension");

    assertEquals(List.of(), found(Rule.STIX_EXTENSION_UNDEFINED, good, definition));
    assertEquals(
        List.of("/extensions/" + DEFINITION + "/extension_type"),
        found(Rule.STIX_EXTENSION_UNDEFINED, bad, definition));
    assertEquals(List.of(), found(Rule.STIX_EXTENSION_UNDEFINED, bad));
  }

  private static JsonObject extended(String use) {
    return object(
        "'type':'tool','id':'tool--7b0f5f4c-2a35-4e0a-8f0e-0f9a3c6d1e52','extensions':{'"
            + DEFINITION
            + "':{'extension_type':'"
            + use
            + "'}}");
  }

  private static JsonObject translation(String more, String translated) {
    return object(
        "'type':'language-content','id':'language-content--7b0f5f4c-2a35-4e0a-8f0e-0f9a3c6d1e52',"
            + "'object_ref':'"
            + ID
            + "',"
            + more
            + "'contents':{'ko':{"
            + translated
            + "}}");
  }

  /// Pointers to where an object breaks a rule beside others.
  private static List<String> found(Rule rule, JsonObject object, JsonObject... others) {
    Companions companions =
        Companions.of(Stream.concat(Stream.of(object), Stream.of(others)).toList());
    return Validator.of(Profile.COMPAT).check(object, companions).kept().stream()
        .filter(finding -> finding.rule() == rule)
        .map(Finding::pointer)
        .toList();
  }

  private static JsonObject object(String members) {
    String text = "{" + members.replace('\'', '"') + "}";
    return (JsonObject) JsonReader.read(text.getBytes(UTF_8));
  }
}
