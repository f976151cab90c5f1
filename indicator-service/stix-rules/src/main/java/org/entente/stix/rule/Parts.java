package org.entente.stix.rule;

import static org.entente.stix.rule.Kinds.TEXT;
import static org.entente.stix.rule.Property.optional;
import static org.entente.stix.rule.Property.required;

import org.entente.stix.json.JsonObject;

/// Parts that occur in many types.
final class Parts {
  static final Shape EXTERNAL_REFERENCE =
      Shape.of(
              "external-reference",
              "§2.5",
              required("source_name", TEXT),
              optional("description", TEXT),
              optional("url", Kinds.URL),
              optional("hashes", Hashes.KIND),
              optional("external_id", TEXT))
          .where(
              Constraint.anyOf("description", "url", "external_id"),
              new Constraint("url should come with hashes", Parts::hashed));

  static final Shape KILL_CHAIN_PHASE =
      Shape.of(
          "kill-chain-phase",
          "§2.11",
          required("kill_chain_name", TEXT),
          required("phase_name", TEXT));

  static final Kind KILL_CHAIN_PHASES = Kinds.list(Kinds.nested(KILL_CHAIN_PHASE));

  static final Shape GRANULAR_MARKING =
      Shape.of(
              "granular-marking",
              "§7.2.3",
              optional("lang", Kinds.LANGUAGE),
              optional("marking_ref", References.ref("marking-definition")),
              required("selectors", Kinds.list(Selectors.KIND)))
          .where(new Constraint("exactly one of lang, marking_ref", Parts::oneMarking));

  private Parts() {}

  private static void hashed(JsonObject reference, Check check) {
    if (reference.has("url") && !reference.has("hashes")) {
      check.report(Rule.STIX_EXTERNAL_HASH, "url without hashes");
    }
  }

  private static void oneMarking(JsonObject marking, Check check) {
    if (marking.has("lang") == marking.has("marking_ref")) {
      check.report(Rule.MARKING_GRANULAR, "needs exactly one of lang and marking_ref");
    }
  }
}
