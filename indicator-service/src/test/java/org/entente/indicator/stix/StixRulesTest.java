package org.entente.indicator.stix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.marking.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StixRulesTest {
  private static final String UUID = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";

  private final Map<Property, String> texts = new EnumMap<>(Property.class);
  private final List<String> markings = List.of(Tlp.GREEN.marking());
  private final List<String> granular = List.of();

  StixRulesTest() {
    texts.put(Property.TYPE, "indicator");
    texts.put(Property.ID, "indicator--" + UUID);
    texts.put(Property.SPEC_VERSION, "2.1");
    texts.put(Property.CREATED, "2026-11-01T00:00:00.000Z");
    texts.put(Property.MODIFIED, "2026-11-01T00:00:00.000Z");
  }

  @Test
  void a_complete_object_has_no_fault() {
    assertEquals(List.of(), faults());
  }

  @ParameterizedTest
  @CsvSource({
    "TYPE,STIX_REQUIRED /objects/3/type;STIX_ID /objects/3/id",
    "ID,STIX_REQUIRED /objects/3/id",
    "SPEC_VERSION,STIX_REQUIRED /objects/3/spec_version",
    "CREATED,STIX_REQUIRED /objects/3/created",
    "MODIFIED,STIX_REQUIRED /objects/3/modified"
  })
  void what_is_required_must_be_there(Property property, String expected) {
    texts.remove(property);

    assertEquals(List.of(expected.split(";")), faults());
  }

  @ParameterizedTest
  @CsvSource({
    "ID,malware--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f,STIX_ID /objects/3/id",
    "ID,indicator--8E2E2D2B-17D4-4CBF-938F-98EE46B3CD3F,STIX_ID /objects/3/id",
    "ID,indicator--1,STIX_ID /objects/3/id",
    "SPEC_VERSION,2.0,STIX_SPEC_VERSION /objects/3/spec_version",
    "CREATED,2026-11-01T00:00:00Z,STIX_TIMESTAMP /objects/3/created",
    "MODIFIED,2026-11-31T00:00:00.000Z,STIX_TIMESTAMP /objects/3/modified",
    "MODIFIED,2026-10-31T23:59:59.999Z,STIX_TIMESTAMP /objects/3/modified"
  })
  void what_is_there_must_be_right(Property property, String value, String expected) {
    texts.put(property, value);

    assertEquals(List.of(expected), faults());
  }

  @Test
  void a_bundle_is_no_object() {
    texts.put(Property.TYPE, "bundle");
    texts.put(Property.ID, "bundle--" + UUID);

    assertEquals(List.of("STIX_TYPE /objects/3/type"), faults());
  }

  @Test
  void an_observable_needs_neither_dates_nor_spec_version() {
    texts.clear();
    texts.put(Property.TYPE, "url");
    texts.put(Property.ID, "url--" + UUID);
    assertEquals(List.of(), faults());

    texts.put(Property.TYPE, "cryptocurrency-wallet");
    texts.put(Property.ID, "cryptocurrency-wallet--" + UUID);
    assertEquals(List.of(), faults());
  }

  @Test
  void an_unknown_type_with_dates_is_versioned() {
    texts.put(Property.TYPE, "x-theft");
    texts.put(Property.ID, "x-theft--" + UUID);
    texts.remove(Property.MODIFIED);

    assertEquals(List.of("STIX_REQUIRED /objects/3/modified"), faults());
  }

  @Test
  void an_extension_definition_names_its_author() {
    texts.put(Property.TYPE, "extension-definition");
    texts.put(Property.ID, "extension-definition--" + UUID);

    assertEquals(List.of("STIX_REQUIRED /objects/3/created_by_ref"), faults());
  }

  private List<String> faults() {
    return StixRules.check(object()).stream()
        .map(fault -> fault.code() + " " + fault.pointer())
        .toList();
  }

  private StixObject object() {
    return new StixObject(3, texts, false, markings, granular, List.of());
  }
}
