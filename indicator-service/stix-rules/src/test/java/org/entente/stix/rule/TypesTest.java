package org.entente.stix.rule;

import static org.entente.stix.rule.Samples.broken;
import static org.entente.stix.rule.Samples.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.stix.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every type in its smallest form (STIX 2.1 §4 to §7).
class TypesTest {
  private static final String URL_REF = "'" + id("url") + "'";
  private static final String HASHES = "'hashes':{'MD5':'d41d8cd98f00b204e9800998ecf8427e'}";

  private static final Map<String, String> SMALLEST = new TreeMap<>();

  static {
    for (String type :
        List.of(
            "attack-pattern",
            "campaign",
            "course-of-action",
            "identity",
            "incident",
            "infrastructure",
            "intrusion-set",
            "threat-actor",
            "tool",
            "vulnerability",
            "mutex",
            "software")) {
      SMALLEST.put(type, "'name':'n'");
    }
    SMALLEST.put("grouping", "'context':'unspecified','object_refs':[" + URL_REF + "]");
    SMALLEST.put(
        "indicator",
        "'name':'n','pattern':'[mutex:name = \\'x\\']','pattern_type':'stix','valid_from':'2026-11-01T00:00:00Z'"
            .replace("\\'", "\\u0027"));
    SMALLEST.put("location", "'country':'KR'");
    SMALLEST.put("malware", "'is_family':false");
    SMALLEST.put("malware-analysis", "'product':'p','result':'benign'");
    SMALLEST.put("note", "'content':'c','object_refs':[" + URL_REF + "]");
    SMALLEST.put(
        "observed-data",
        "'first_observed':'2026-11-01T00:00:00Z','last_observed':'2026-11-01T00:00:00Z',"
            + "'number_observed':1,'object_refs':["
            + URL_REF
            + "]");
    SMALLEST.put("opinion", "'opinion':'agree','object_refs':[" + URL_REF + "]");
    SMALLEST.put(
        "report", "'name':'n','published':'2026-11-01T00:00:00Z','object_refs':[" + URL_REF + "]");
    SMALLEST.put(
        "relationship",
        "'relationship_type':'related-to','source_ref':" + URL_REF + ",'target_ref':" + URL_REF);
    SMALLEST.put("sighting", "'sighting_of_ref':'" + id("indicator") + "'");
    SMALLEST.put("language-content", "'object_ref':" + URL_REF + ",'contents':{'ko':{'name':'엔'}}");
    SMALLEST.put(
        "marking-definition",
        "'extensions':{'"
            + id("extension-definition")
            + "':"
            + "{'extension_type':'property-extension'}}");
    SMALLEST.put(
        "extension-definition",
        "'name':'n','description':'d','schema':'s','version':'1.0.0','extension_types':['new-sdo']");
    SMALLEST.put("artifact", "'payload_bin':'AAAA'");
    SMALLEST.put("autonomous-system", "'number':9318");
    SMALLEST.put("directory", "'path':'/tmp'");
    SMALLEST.put("domain-name", "'value':'a.example'");
    SMALLEST.put("email-addr", "'value':'a@b.example'");
    SMALLEST.put("email-message", "'is_multipart':false");
    SMALLEST.put("file", HASHES);
    SMALLEST.put("ipv4-addr", "'value':'198.51.100.0/24'");
    SMALLEST.put("ipv6-addr", "'value':'2001:db8::1'");
    SMALLEST.put("mac-addr", "'value':'00:1b:44:11:3a:b7'");
    SMALLEST.put(
        "network-traffic",
        "'src_port':1,'dst_port':2,'protocols':['tcp'],'src_ref':'" + id("ipv4-addr") + "'");
    SMALLEST.put("process", "'pid':1");
    SMALLEST.put("url", "'value':'https://a.example/'");
    SMALLEST.put("user-account", "'user_id':'1001'");
    SMALLEST.put("windows-registry-key", "'key':'hkey_local_machine'");
    SMALLEST.put("x509-certificate", "'serial_number':'36:f7'");
    SMALLEST.put("cryptocurrency-wallet", "'value':'1KFHE7w8BhaENAswwryaoccDb6qcT6DbYY'");
    SMALLEST.put("cryptocurrency-transaction", "'symbol':'BTC','value':'00ff'");
  }

  static Stream<ObjectType> types() {
    return ObjectTypes.all().stream();
  }

  /// A valid object of the type.
  static String smallest(ObjectType type) {
    String more = SMALLEST.getOrDefault(type.name(), "");
    return switch (type.stixClass()) {
      case SCO -> Samples.sco(type.name(), more);
      case MARKING_DEFINITION ->
          Samples.sdo(type.name(), more).replaceFirst("\"modified\":\"[^\"]*\",", "");
      case SDO, SRO, EXTENSION_DEFINITION, LANGUAGE_CONTENT -> Samples.sdo(type.name(), more);
    };
  }

  @Test
  void all_types_of_the_standard_are_here() {
    assertEquals(19, DomainObjects.ALL.size());
    assertEquals(18, Observables.ALL.size());
    assertEquals(SMALLEST.keySet(), Map.copyOf(byName()).keySet());
  }

  private static Map<String, ObjectType> byName() {
    Map<String, ObjectType> byName = new TreeMap<>();
    types().forEach(type -> byName.put(type.name(), type));
    return byName;
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_object_with_what_is_required_is_valid(ObjectType type) {
    Findings findings = Validator.of(Profile.STRICT_GOV).check(Samples.object(smallest(type)));

    assertEquals(List.of(), findings.errorList());
    assertTrue(findings.isValid());
  }

  @ParameterizedTest
  @MethodSource("types")
  void without_a_required_property_it_is_not(ObjectType type) {
    for (Property property : type.shape().properties()) {
      if (property.required()) {
        String name = property.name();
        assertTrue(broken(without(smallest(type), name)).contains("STIX_REQUIRED /" + name), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_property_of_another_kind_is_told(ObjectType type) {
    JsonObject object = Samples.object(smallest(type));
    for (int i = 0; i < object.size(); i++) {
      String name = object.name(i);
      String wrong = with(smallest(type), name, "[[true]]");
      String pointer = "STIX_VALUE /" + name;
      assertTrue(broken(wrong).stream().anyMatch(found -> found.startsWith(pointer)), name);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_property_nobody_defines_is_told(ObjectType type) {
    String more = with(smallest(type), "colour", "\"red\"");

    assertTrue(broken(more).contains("STIX_PROPERTY_UNKNOWN /colour"));
    assertTrue(Validator.of(Profile.COMPAT).check(Samples.object(more)).isValid());
  }

  /// The text of an object without a member.
  static String without(String object, String name) {
    return rebuilt(object, name, "");
  }

  /// The text of an object with a member of another value.
  static String with(String object, String name, String value) {
    return rebuilt(object, name, value);
  }

  private static String rebuilt(String object, String name, String value) {
    JsonObject read = Samples.object(object);
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < read.size(); i++) {
      if (!read.name(i).equals(name)) {
        text.append(text.length() == 1 ? "" : ",");
        text.append('"').append(read.name(i)).append("\":");
        text.append(org.entente.stix.json.CanonicalJson.of(read.value(i)));
      }
    }
    if (!value.isEmpty()) {
      text.append(",\"").append(name).append("\":").append(value);
    }
    return text.append('}').toString();
  }
}
