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
  private static final String LISTS = "'aliases':['하나']";
  private static final JsonObject CAMPAIGN =
      object(
          "'type':'campaign','id':'"
              + ID
              + "','modified':'2026-11-01T00:00:00.000Z',"
              + "'revoked':false,'name':'heist','aliases':['one','two'],'first_seen':'2025-02-21T00:00:00Z',"
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
          'aliases':['하나','']                                           |
          'name':['절도']                                                 | /contents/ko/name
          'first_seen':1                                                  | /contents/ko/first_seen
          'name':{'ko':'절도'}                                            | /contents/ko/name
          'aliases':['하나']                                              | /contents/ko/aliases
          'aliases':['하나',2]                                            | /contents/ko/aliases/1
          'x_place':{'rooms':[{'name':'가'},'나']}                        | /contents/ko/x_place/rooms/1
          """)
  void a_translation_fits_what_it_translates(String translated, String pointer) {
    assertEquals(
        Stream.ofNullable(pointer).toList(),
        found(Rule.STIX_TRANSLATION, translation("", translated), CAMPAIGN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'motto':'…'                                      | /contents/ko/motto
          'revoked':'…'                                    | /contents/ko/revoked
          'x_place':{'country':'한국'}                     | /contents/ko/x_place/country
          'x_place':{'rooms':[{'name':'가'},{'nom':'나'}]} | /contents/ko/x_place/rooms/1/nom
          """)
  void what_readers_of_a_translation_ignore_is_told(String translated, String pointer) {
    JsonObject translation = translation("", translated);

    assertEquals(List.of(pointer), found(Rule.STIX_TRANSLATION_IGNORED, translation, CAMPAIGN));
    assertEquals(List.of(), found(Rule.STIX_TRANSLATION, translation, CAMPAIGN));
  }

  @Test
  void a_translation_is_compared_with_the_version_it_names() {
    String other = "'object_modified':'2026-10-01T00:00:00.000Z',";
    String same = "'object_modified':'2026-11-01T00:00:00.000000Z',";

    assertEquals(List.of(), found(Rule.STIX_TRANSLATION, translation(other, LISTS), CAMPAIGN));
    assertEquals(
        List.of("/object_modified"),
        found(Rule.STIX_TRANSLATION_VERSION, translation(other, LISTS), CAMPAIGN));
    assertEquals(
        List.of("/contents/ko/aliases"),
        found(Rule.STIX_TRANSLATION, translation(same, LISTS), CAMPAIGN));
    assertEquals(
        List.of(), found(Rule.STIX_TRANSLATION_VERSION, translation(same, LISTS), CAMPAIGN));
  }

  @Test
  void without_a_version_the_latest_is_translated() {
    JsonObject later =
        object(
            "'type':'campaign','id':'"
                + ID
                + "','modified':'2026-11-02T00:00:00.000Z','aliases':['1']");

    assertEquals(List.of(), found(Rule.STIX_TRANSLATION, translation("", LISTS), CAMPAIGN, later));
  }

  @Test
  void what_did_not_come_along_is_not_missed() {
    String version = "'object_modified':'2026-10-01T00:00:00.000Z',";

    assertEquals(List.of(), found(Rule.STIX_TRANSLATION, translation(version, LISTS)));
    assertEquals(List.of(), found(Rule.STIX_TRANSLATION_VERSION, translation(version, LISTS)));
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

  @Test
  void the_latest_definition_says_how_an_extension_is_used() {
    String definition = "'type':'extension-definition','id':'" + DEFINITION + "',";
    JsonObject first =
        object(
            definition
                + "'modified':'2026-11-01T00:00:00.000Z','extension_types':['property-extension']");
    JsonObject second =
        object(definition + "'modified':'2026-11-02T00:00:00.000Z','extension_types':['new-sdo']");

    assertEquals(
        List.of("/extensions/" + DEFINITION + "/extension_type"),
        found(Rule.STIX_EXTENSION_UNDEFINED, extended("property-extension"), second, first));
    assertEquals(
        List.of(), found(Rule.STIX_EXTENSION_UNDEFINED, extended("new-sdo"), second, first));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ,'extension_properties':['toxicity']        |
          ,'extension_properties':['rank','toxicity'] |
          ,'extension_properties':['rank']            | /toxicity
          ,'name':'without a list'                    |
          """)
  void properties_at_the_top_are_those_their_definition_lists(String listed, String pointer) {
    String use = "toplevel-property-extension";
    JsonObject definition =
        object(
            "'type':'extension-definition','id':'"
                + DEFINITION
                + "','extension_types':['"
                + use
                + "']"
                + listed);
    JsonObject extended = extended(use + "'}},'toxicity':8,'x_a':{'b':{'c':'d");

    assertEquals(
        Stream.ofNullable(pointer).toList(),
        found(Rule.STIX_EXTENSION_PROPERTY, extended, definition));
    assertEquals(List.of(), found(Rule.STIX_EXTENSION_PROPERTY, extended));
  }

  @ParameterizedTest
  @CsvSource({"true,false,1", "true,true,0", "false,true,0", "false,false,0"})
  void no_family_is_the_variant_of_an_instance(boolean source, boolean target, int findings) {
    JsonObject from = object("'type':'malware','id':'malware--1','is_family':" + source);
    JsonObject to = object("'type':'malware','id':'malware--2','is_family':" + target);
    JsonObject variant =
        object(
            "'type':'relationship','relationship_type':'variant-of','source_ref':'malware--1',"
                + "'target_ref':'malware--2'");

    assertEquals(findings, found(Rule.STIX_VARIANT, variant, from, to).size());
    assertEquals(List.of(), found(Rule.STIX_VARIANT, variant, from));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          false | 'hashes':{'MD5':'AB'}                               | 0
          false | 'hashes':{'SHA-1':'cd'}                             | 0
          false | 'hashes':{'MD5':'cd'}                               | 1
          false | 'hashes':{'MD5':'cd'},'encryption_algorithm':'a'    | 0
          true  | 'hashes':{'MD5':'cd'}                               | 0
          """)
  void samples_of_one_instance_are_the_same_bytes(boolean family, String second, int findings) {
    JsonObject malware =
        object(
            "'type':'malware','is_family':"
                + family
                + ",'sample_refs':['file--1','artifact--2','file--3']");
    JsonObject file = object("'type':'file','id':'file--1','hashes':{'MD5':'ab'}");
    JsonObject artifact = object("'type':'artifact','id':'artifact--2'," + second);

    List<String> found = found(Rule.STIX_SAMPLES, malware, file, artifact);

    assertEquals(findings == 0 ? List.of() : List.of("/sample_refs/1"), found);
  }

  @Test
  void a_producer_uses_a_uuid_for_one_type() {
    String uuid = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";
    JsonObject tool = object(authored("tool", uuid, "us"));

    assertEquals(
        List.of("/id"), found(Rule.STIX_ID_REUSED, tool, object(authored("malware", uuid, "us"))));
    assertEquals(
        List.of(), found(Rule.STIX_ID_REUSED, tool, object(authored("malware", uuid, "them"))));
    assertEquals(List.of(), found(Rule.STIX_ID_REUSED, tool, object(authored("tool", uuid, "us"))));
    assertEquals(
        List.of(),
        found(
            Rule.STIX_ID_REUSED,
            tool,
            object("'type':'url','id':'url--" + uuid + "','value':'u'")));
  }

  private static String authored(String type, String uuid, String author) {
    return "'type':'"
        + type
        + "','id':'"
        + type
        + "--"
        + uuid
        + "','created_by_ref':'"
        + author
        + "'";
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
