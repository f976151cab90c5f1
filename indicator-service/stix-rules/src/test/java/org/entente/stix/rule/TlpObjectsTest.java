package org.entente.stix.rule;

import static org.entente.stix.rule.Samples.broken;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.stix.marking.Tlp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// TLP's fixed objects (STIX 2.1 §7.2.1.4; TLP 2.0 of OASIS' common objects).
class TlpObjectsTest {
  @ParameterizedTest
  @EnumSource(Tlp.class)
  void the_five_of_tlp_2_need_no_marking_and_no_author(Tlp tlp) {
    String object =
        """
        {"type":"marking-definition","spec_version":"2.1","id":"%s",
         "created":"2022-10-01T00:00:00.000Z","name":"TLP",
         "extensions":{"extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d":
         {"extension_type":"property-extension","tlp_2_0":"%s"}}}\
        """
            .formatted(tlp.marking(), tlp.label());

    assertEquals(List.of(), broken(object));
  }

  @ParameterizedTest
  @CsvSource({
    "white,613f2e26-407d-48c7-9eca-b8e91df99dc9",
    "green,34098fce-860f-48ae-8e50-ebd3cc5e41da",
    "amber,f88d31f6-486f-44da-b317-01333bde0b82",
    "red,5e57c739-391a-4eb3-b6be-7d15ca92d5ed"
  })
  void the_four_of_tlp_1_are_legal_with_or_without_a_name(String colour, String uuid) {
    String object = tlp1(colour, uuid);

    assertEquals(
        List.of("STIX_DEPRECATED /definition_type", "STIX_DEPRECATED /definition"), broken(object));
    assertEquals(
        List.of("STIX_DEPRECATED /definition_type", "STIX_DEPRECATED /definition"),
        broken(object.replace("\"id\"", "\"name\":\"TLP\",\"id\"")));
  }

  @ParameterizedTest
  @CsvSource({
    "clear,613f2e26-407d-48c7-9eca-b8e91df99dc9",
    "amber+strict,826578e1-40ad-459f-bc73-ede076f81f37"
  })
  void opencti_s_two_are_understood(String colour, String uuid) {
    assertEquals(
        List.of(
            "STIX_DEPRECATED /definition_type",
            "STIX_DEPRECATED /definition",
            "MARKING_TLP1 /definition"),
        broken(tlp1(colour, uuid)));
  }

  @ParameterizedTest
  @CsvSource({
    "green,613f2e26-407d-48c7-9eca-b8e91df99dc9",
    "black,5e57c739-391a-4eb3-b6be-7d15ca92d5ed"
  })
  void no_other_is(String colour, String uuid) {
    assertEquals(
        List.of(
            "STIX_DEPRECATED /definition_type",
            "STIX_DEPRECATED /definition",
            "MARKING_TLP1_FOREIGN /id"),
        broken(tlp1(colour, uuid)));
  }

  private static String tlp1(String colour, String uuid) {
    return """
    {"type":"marking-definition","spec_version":"2.1","id":"marking-definition--%s",\
    "created":"2017-01-20T00:00:00.000Z","definition_type":"tlp","definition":{"tlp":"%s"}}\
    """
        .formatted(uuid, colour);
  }
}
