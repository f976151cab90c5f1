package org.entente.stix.rule;

import static org.entente.stix.rule.Kinds.BOOLEAN;
import static org.entente.stix.rule.Kinds.TEXT;
import static org.entente.stix.rule.Kinds.TIMESTAMP;
import static org.entente.stix.rule.Kinds.list;
import static org.entente.stix.rule.Kinds.number;
import static org.entente.stix.rule.Kinds.oneOf;
import static org.entente.stix.rule.Kinds.open;
import static org.entente.stix.rule.Property.deprecated;
import static org.entente.stix.rule.Property.optional;
import static org.entente.stix.rule.Property.required;
import static org.entente.stix.rule.References.ref;
import static org.entente.stix.rule.References.refs;
import static org.entente.stix.rule.Target.ANY;
import static org.entente.stix.rule.Target.SCO;
import static org.entente.stix.rule.Target.SCO_OR_SRO;

import java.util.List;
import java.util.stream.Stream;

/// STIX domain objects (STIX 2.1 §4), without the common properties.
final class DomainObjects {
  private static final Kind TEXTS = list(TEXT);
  private static final Constraint SEEN = Constraint.order("first_seen", "last_seen");

  private static final Shape ATTACK_PATTERN =
      Shape.of(
              "attack-pattern",
              "§4.1",
              required("name", TEXT),
              optional("description", TEXT),
              optional("aliases", TEXTS),
              optional("kill_chain_phases", Parts.KILL_CHAIN_PHASES))
          .where(ExternalIds.CAPEC);

  private static final Shape CAMPAIGN =
      Shape.of(
              "campaign",
              "§4.2",
              required("name", TEXT),
              optional("description", TEXT),
              optional("aliases", TEXTS),
              optional("first_seen", TIMESTAMP),
              optional("last_seen", TIMESTAMP),
              optional("objective", TEXT))
          .where(SEEN);

  private static final Shape COURSE_OF_ACTION =
      Shape.of("course-of-action", "§4.3", required("name", TEXT), optional("description", TEXT));

  private static final Shape GROUPING =
      Shape.of(
          "grouping",
          "§4.4",
          optional("name", TEXT),
          optional("description", TEXT),
          required("context", open(Vocabularies.GROUPING_CONTEXT)),
          required("object_refs", refs(ANY)));

  private static final Shape IDENTITY =
      Shape.of(
          "identity",
          "§4.5",
          required("name", TEXT),
          optional("description", TEXT),
          optional("roles", TEXTS),
          optional("identity_class", open(Vocabularies.IDENTITY_CLASS)),
          optional("sectors", list(open(Vocabularies.INDUSTRY_SECTOR))),
          optional("contact_information", TEXT));

  private static final Shape INCIDENT =
      Shape.of("incident", "§4.6", required("name", TEXT), optional("description", TEXT));

  private static final Shape INDICATOR =
      Shape.of(
              "indicator",
              "§4.7",
              optional("name", TEXT),
              optional("description", TEXT),
              optional("indicator_types", list(open(Vocabularies.INDICATOR_TYPE))),
              required("pattern", TEXT),
              required("pattern_type", open(Vocabularies.PATTERN_TYPE)),
              optional("pattern_version", TEXT),
              required("valid_from", TIMESTAMP),
              optional("valid_until", TIMESTAMP),
              optional("kill_chain_phases", Parts.KILL_CHAIN_PHASES))
          .where(Constraint.strictOrder("valid_from", "valid_until"), Patterns.CONSTRAINT);

  private static final Shape INFRASTRUCTURE =
      Shape.of(
              "infrastructure",
              "§4.8",
              required("name", TEXT),
              optional("description", TEXT),
              optional("infrastructure_types", list(open(Vocabularies.INFRASTRUCTURE_TYPE))),
              optional("aliases", TEXTS),
              optional("kill_chain_phases", Parts.KILL_CHAIN_PHASES),
              optional("first_seen", TIMESTAMP),
              optional("last_seen", TIMESTAMP))
          .where(SEEN);

  private static final Shape INTRUSION_SET =
      Shape.of(
              "intrusion-set",
              "§4.9",
              required("name", TEXT),
              optional("description", TEXT),
              optional("aliases", TEXTS),
              optional("first_seen", TIMESTAMP),
              optional("last_seen", TIMESTAMP),
              optional("goals", TEXTS),
              optional("resource_level", open(Vocabularies.ATTACK_RESOURCE_LEVEL)),
              optional("primary_motivation", open(Vocabularies.ATTACK_MOTIVATION)),
              optional("secondary_motivations", list(open(Vocabularies.ATTACK_MOTIVATION))))
          .where(SEEN);

  private static final Shape LOCATION =
      Shape.of(
              "location",
              "§4.10",
              optional("name", TEXT),
              optional("description", TEXT),
              optional("latitude", number("float -90.0–90.0", -90, 90)),
              optional("longitude", number("float -180.0–180.0", -180, 180)),
              optional("precision", number("float ≥ 0", 0, Double.MAX_VALUE)),
              optional("region", open(Vocabularies.REGION)),
              optional(
                  "country",
                  Kinds.form("ISO 3166-1 alpha-2 code", Rule.STIX_VOCABULARY, Formats::isCountry)),
              optional(
                  "administrative_area",
                  Kinds.form("ISO 3166-2 code", Rule.STIX_VOCABULARY, Formats::isSubdivision)),
              optional("city", TEXT),
              optional("street_address", TEXT),
              optional("postal_code", TEXT))
          .where(
              Constraint.anyOf("region", "country", "latitude"),
              Constraint.needs("latitude", "longitude"),
              Constraint.needs("longitude", "latitude"),
              Constraint.needs("precision", "latitude"));

  private static final Shape MALWARE =
      Shape.of(
              "malware",
              "§4.11",
              optional("name", TEXT),
              optional("description", TEXT),
              optional("malware_types", list(open(Vocabularies.MALWARE_TYPE))),
              required("is_family", BOOLEAN),
              optional("aliases", TEXTS),
              optional("kill_chain_phases", Parts.KILL_CHAIN_PHASES),
              optional("first_seen", TIMESTAMP),
              optional("last_seen", TIMESTAMP),
              optional("operating_system_refs", refs("software")),
              optional(
                  "architecture_execution_envs", list(open(Vocabularies.PROCESSOR_ARCHITECTURE))),
              optional(
                  "implementation_languages", list(open(Vocabularies.IMPLEMENTATION_LANGUAGE))),
              optional("capabilities", list(open(Vocabularies.MALWARE_CAPABILITIES))),
              optional("sample_refs", refs("file", "artifact")))
          .where(SEEN, Clauses.FAMILY_NAMED, Families.ONE_SAMPLE);

  private static final Shape MALWARE_ANALYSIS =
      Shape.of(
              "malware-analysis",
              "§4.12",
              required("product", TEXT),
              optional("version", TEXT),
              optional("host_vm_ref", ref("software")),
              optional("operating_system_ref", ref("software")),
              optional("installed_software_refs", refs("software")),
              optional("configuration_version", TEXT),
              optional("modules", TEXTS),
              optional("analysis_engine_version", TEXT),
              optional("analysis_definition_version", TEXT),
              optional("submitted", TIMESTAMP),
              optional("analysis_started", TIMESTAMP),
              optional("analysis_ended", TIMESTAMP),
              optional("result_name", TEXT),
              optional("result", open(Vocabularies.MALWARE_RESULT)),
              optional("analysis_sco_refs", refs(SCO)),
              optional("sample_ref", ref("file", "artifact", "network-traffic")))
          .where(Constraint.anyOf("result", "analysis_sco_refs"));

  private static final Shape NOTE =
      Shape.of(
          "note",
          "§4.13",
          optional("abstract", TEXT),
          required("content", TEXT),
          optional("authors", TEXTS),
          required("object_refs", refs(ANY)));

  private static final Shape OBSERVED_DATA =
      Shape.of(
              "observed-data",
              "§4.14",
              required("first_observed", TIMESTAMP),
              required("last_observed", TIMESTAMP),
              required("number_observed", Kinds.integer(1, 999_999_999)),
              deprecated("objects", Container.KIND),
              optional("object_refs", refs(SCO_OR_SRO)))
          .where(
              Constraint.order("first_observed", "last_observed"),
              Constraint.oneOf("objects", "object_refs"),
              Clauses.SOMETHING_OBSERVED,
              Container.CLOSED);

  private static final Shape OPINION =
      Shape.of(
          "opinion",
          "§4.15",
          optional("explanation", TEXT),
          optional("authors", TEXTS),
          required("opinion", oneOf(Vocabularies.OPINION)),
          required("object_refs", refs(ANY)));

  private static final Shape REPORT =
      Shape.of(
          "report",
          "§4.16",
          required("name", TEXT),
          optional("description", TEXT),
          optional("report_types", list(open(Vocabularies.REPORT_TYPE))),
          required("published", TIMESTAMP),
          required("object_refs", refs(ANY)));

  private static final Shape THREAT_ACTOR =
      Shape.of(
              "threat-actor",
              "§4.17",
              required("name", TEXT),
              optional("description", TEXT),
              optional("threat_actor_types", list(open(Vocabularies.THREAT_ACTOR_TYPE))),
              optional("aliases", TEXTS),
              optional("first_seen", TIMESTAMP),
              optional("last_seen", TIMESTAMP),
              optional("roles", list(open(Vocabularies.THREAT_ACTOR_ROLE))),
              optional("goals", TEXTS),
              optional("sophistication", open(Vocabularies.THREAT_ACTOR_SOPHISTICATION)),
              optional("resource_level", open(Vocabularies.ATTACK_RESOURCE_LEVEL)),
              optional("primary_motivation", open(Vocabularies.ATTACK_MOTIVATION)),
              optional("secondary_motivations", list(open(Vocabularies.ATTACK_MOTIVATION))),
              optional("personal_motivations", list(open(Vocabularies.ATTACK_MOTIVATION))))
          .where(SEEN);

  private static final Shape TOOL =
      Shape.of(
          "tool",
          "§4.18",
          required("name", TEXT),
          optional("description", TEXT),
          optional("tool_types", list(open(Vocabularies.TOOL_TYPE))),
          optional("aliases", TEXTS),
          optional("kill_chain_phases", Parts.KILL_CHAIN_PHASES),
          optional("tool_version", TEXT));

  private static final Shape VULNERABILITY =
      Shape.of("vulnerability", "§4.19", required("name", TEXT), optional("description", TEXT))
          .where(ExternalIds.CVE);

  static final List<ObjectType> ALL =
      Stream.of(
              ATTACK_PATTERN,
              CAMPAIGN,
              COURSE_OF_ACTION,
              GROUPING,
              IDENTITY,
              INCIDENT,
              INDICATOR,
              INFRASTRUCTURE,
              INTRUSION_SET,
              LOCATION,
              MALWARE,
              MALWARE_ANALYSIS,
              NOTE,
              OBSERVED_DATA,
              OPINION,
              REPORT,
              THREAT_ACTOR,
              TOOL,
              VULNERABILITY)
          .map(shape -> ObjectType.of(StixClass.SDO, shape))
          .toList();

  private DomainObjects() {}
}
