package org.entente.stix.rule;

import static org.entente.stix.rule.Kinds.TEXT;
import static org.entente.stix.rule.Kinds.list;
import static org.entente.stix.rule.Kinds.open;
import static org.entente.stix.rule.Property.deprecated;
import static org.entente.stix.rule.Property.optional;
import static org.entente.stix.rule.Property.required;
import static org.entente.stix.rule.References.ref;

import java.util.List;

/// STIX meta objects (STIX 2.1 §7), without the common properties.
final class MetaObjects {
  private static final Shape LANGUAGE_CONTENT =
      Shape.of(
              "language-content",
              "§7.1",
              required("object_ref", ref(Target.ANY)),
              optional("object_modified", Kinds.TIMESTAMP),
              required(
                  "contents",
                  Kinds.dictionary(
                      "dictionary by language",
                      MetaObjects::language,
                      Kinds.dictionary(Kinds.ANY))))
          .where(Translations.CONSTRAINT);

  private static final Shape MARKING_DEFINITION =
      Shape.of(
              "marking-definition",
              "§7.2.1",
              optional("name", TEXT),
              deprecated("definition_type", open(Vocabularies.MARKING_TYPE)),
              deprecated("definition", Kinds.dictionary(Kinds.ANY)))
          .where(
              Constraint.bothUnless("definition_type", "definition", "extensions"),
              MarkingDefinitions.CONSTRAINT);

  private static final Shape EXTENSION_DEFINITION =
      Shape.of(
              "extension-definition",
              "§7.3",
              required("name", TEXT),
              optional("description", TEXT),
              required("schema", TEXT),
              required(
                  "version",
                  Kinds.form(
                      "MAJOR.MINOR.PATCH", Rule.STIX_VOCABULARY, Formats::isSemanticVersion)),
              required("extension_types", list(Kinds.oneOf(Vocabularies.EXTENSION_TYPE))),
              optional(
                  "extension_properties",
                  list(Kinds.form("property name", Rule.STIX_NAME, Names::isProperty))))
          .where(Clauses.TOP_LEVEL);

  static final List<ObjectType> ALL =
      List.of(
          ObjectType.of(StixClass.LANGUAGE_CONTENT, LANGUAGE_CONTENT),
          ObjectType.of(StixClass.MARKING_DEFINITION, MARKING_DEFINITION),
          ObjectType.of(StixClass.EXTENSION_DEFINITION, EXTENSION_DEFINITION));

  private MetaObjects() {}

  private static void language(String key, Check check) {
    if (!Formats.isLanguage(key)) {
      check.report(Rule.STIX_LANGUAGE, Check.quoted(key) + " is no language tag");
    }
  }
}
