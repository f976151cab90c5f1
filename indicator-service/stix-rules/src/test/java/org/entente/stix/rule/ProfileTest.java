package org.entente.stix.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  private static final String UUID = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";

  @Test
  void a_profile_is_known_by_its_label() {
    assertEquals(Optional.of(Profile.STRICT_GOV), Profile.of("strict-gov"));
    assertEquals(Optional.of(Profile.COMPAT), Profile.of("compat"));
    assertEquals(Optional.empty(), Profile.of("lax"));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void the_compatible_profile_is_never_stricter(Rule rule) {
    assertTrue(
        rule.severity(Profile.STRICT_GOV) == Severity.ERROR
            || rule.severity(Profile.COMPAT) == Severity.WARNING);
  }

  @Test
  void what_a_government_must_say_others_need_not() {
    String silent =
        "{\"type\":\"tool\",\"spec_version\":\"2.1\",\"id\":\"tool--"
            + UUID
            + "\",\"name\":\"n\","
            + "\"created\":\"2026-11-01T00:00:00.000Z\",\"modified\":\"2026-11-01T00:00:00.000Z\"}";

    assertEquals(
        List.of("STIX_AUTHOR /created_by_ref", "MARKING_MISSING /object_marking_refs"),
        Samples.broken(silent));
    Findings compat = Validator.of(Profile.COMPAT).check(Samples.object(silent));
    assertTrue(compat.isValid());
    assertEquals(2, compat.warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"new-sdo", "new-sco", "new-sro"})
  void an_extension_says_of_which_class_its_type_is(String extensionType) {
    String extension =
        "'value':'x','extensions':{'extension-definition--%s':{'extension_type':'%s'}}"
            .formatted(UUID, extensionType);
    List<String> found = Samples.broken(Samples.sco("theft", extension));

    assertEquals(!extensionType.equals("new-sco"), found.contains("STIX_REQUIRED /created"));
    assertFalse(found.contains("STIX_TYPE_CUSTOM /type"));
  }

  @Test
  void a_type_nobody_defines_is_kept_and_told() {
    assertEquals(
        List.of("STIX_TYPE_CUSTOM /type"), Samples.broken(Samples.sdo("x-theft", "'amount':1")));
    assertEquals(
        List.of("STIX_TYPE_CUSTOM /type"), Samples.broken(Samples.sco("x-coin", "'value':'1'")));
  }
}
