package org.entente.stix.rule;

import java.util.Map;
import java.util.Optional;
import org.entente.stix.json.JsonObject;
import org.entente.stix.marking.Tlp;

/// Marking-definitions of TLP exist once and for all (STIX 2.1 §7.2.1.4; TLP 2.0 of OASIS' common
/// objects): others would mean something else under a known name.
final class MarkingDefinitions {
  private static final String TLP_1_CREATED = "2017-01-20T00:00:00.000Z";
  private static final Map<String, String> TLP_1 =
      Map.of(
          "white", "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
          "green", "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
          "amber", "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
          "red", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed");

  /// What OpenCTI hands out in TLP 1's form: illegal, but it is clear what is meant.
  private static final Map<String, String> OPENCTI =
      Map.of(
          "clear", "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
          "amber+strict", "marking-definition--826578e1-40ad-459f-bc73-ede076f81f37");

  static final Constraint CONSTRAINT =
      new Constraint("TLP only as its fixed objects", MarkingDefinitions::check);

  private MarkingDefinitions() {}

  private static void check(JsonObject marking, Check check) {
    switch (marking.text("definition_type").orElse("")) {
      case "tlp" -> tlp1(marking, check);
      case "statement" -> statement(marking, check);
      default -> {}
    }
    tlp2(marking, check);
  }

  private static void statement(JsonObject marking, Check check) {
    JsonObject definition = marking.object("definition");
    if (definition != null && definition.text("statement").isEmpty()) {
      check.report(Rule.STIX_REQUIRED, "definition", "statement is required in it");
    }
  }

  private static void tlp1(JsonObject marking, Check check) {
    JsonObject definition = marking.object("definition");
    String colour = definition == null ? "" : definition.text("tlp").orElse("");
    String id = marking.text("id").orElse("");
    boolean created = marking.text("created").filter(TLP_1_CREATED::equals).isPresent();
    if (id.equals(OPENCTI.get(colour))) {
      check.report(
          Rule.MARKING_TLP1, "definition", Check.quoted(colour) + " is no colour of TLP 1");
    } else if (!created || !id.equals(TLP_1.get(colour))) {
      check.report(Rule.MARKING_TLP1_FOREIGN, "id", "none of the four objects of TLP 1");
    }
  }

  private static void tlp2(JsonObject marking, Check check) {
    Optional<Tlp> said =
        Optional.ofNullable(marking.object("extensions"))
            .flatMap(extensions -> Optional.ofNullable(extensions.object(Tlp.EXTENSION)))
            .flatMap(extension -> extension.text("tlp_2_0"))
            .flatMap(Tlp::ofLabel);
    String id = marking.text("id").orElse("");
    Optional<Tlp> meant = Tlp.isAlias(id) ? Optional.empty() : Tlp.ofMarking(id);
    if (!said.equals(meant)) {
      check.report(Rule.MARKING_TLP2_FOREIGN, "id", "identifier and level of TLP 2.0 do not match");
    }
  }
}
