package org.entente.stix.rule;

import static org.entente.stix.rule.Property.optional;
import static org.entente.stix.rule.Property.required;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.stix.json.JsonText;

/// Properties every object of a class may or must have (STIX 2.1 §3.2).
final class CommonProperties {
  private static final Kind SPEC_VERSION =
      Kinds.kind(
          "\"2.1\"",
          (value, check) -> {
            if (!(value instanceof JsonText(String text))) {
              check.wrong(value, "text");
            } else if (!text.equals("2.1")) {
              check.report(Rule.STIX_SPEC_VERSION, "only 2.1 is exchanged");
            }
          });

  private static final Property VERSION_2_1 = required("spec_version", SPEC_VERSION);
  private static final Property MARKINGS =
      optional("object_marking_refs", References.refs("marking-definition"));
  private static final Property GRANULAR =
      optional("granular_markings", Kinds.list(Kinds.nested(Parts.GRANULAR_MARKING)));
  private static final Property REFERENCES =
      optional("external_references", Kinds.list(Kinds.nested(Parts.EXTERNAL_REFERENCE)));
  private static final Property CREATED = required("created", Kinds.VERSION_TIMESTAMP);
  private static final Property MODIFIED = required("modified", Kinds.VERSION_TIMESTAMP);
  private static final Property AUTHOR = optional("created_by_ref", References.ref("identity"));
  private static final Property LABELS = optional("labels", Kinds.list(Kinds.TEXT));
  private static final Property REVOKED = optional("revoked", Kinds.BOOLEAN);
  private static final Property CONFIDENCE = optional("confidence", Kinds.integer(0, 100));
  private static final Property LANG = optional("lang", Kinds.LANGUAGE);

  /// Beside `extensions` and those of [#EVERY].
  private static final Map<StixClass, List<Property>> BY_CLASS =
      Map.of(
          StixClass.SDO,
          List.of(
              VERSION_2_1,
              CREATED,
              MODIFIED,
              AUTHOR,
              REVOKED,
              LABELS,
              CONFIDENCE,
              LANG,
              REFERENCES),
          StixClass.SRO,
          List.of(
              VERSION_2_1,
              CREATED,
              MODIFIED,
              AUTHOR,
              REVOKED,
              LABELS,
              CONFIDENCE,
              LANG,
              REFERENCES),
          StixClass.SCO,
          List.of(optional("spec_version", SPEC_VERSION), optional("defanged", Kinds.BOOLEAN)),
          StixClass.EXTENSION_DEFINITION,
          List.of(
              VERSION_2_1,
              CREATED,
              MODIFIED,
              required("created_by_ref", AUTHOR.kind()),
              REVOKED,
              LABELS,
              REFERENCES),
          StixClass.LANGUAGE_CONTENT,
          List.of(VERSION_2_1, CREATED, MODIFIED, AUTHOR, REVOKED, LABELS, CONFIDENCE, REFERENCES),
          StixClass.MARKING_DEFINITION,
          List.of(VERSION_2_1, CREATED, AUTHOR, REFERENCES));

  private static final List<Property> EVERY =
      List.of(required("type", Kinds.TEXT), required("id", Kinds.TEXT), MARKINGS, GRANULAR);

  private CommonProperties() {}

  /// A type's own table with the common properties of its class.
  static Shape added(Shape own, StixClass stixClass) {
    Shape all = own.with(EVERY).with(Objects.requireNonNull(BY_CLASS.get(stixClass)));
    if (stixClass != StixClass.EXTENSION_DEFINITION) {
      all = all.with(List.of(optional("extensions", Extensions.kind(own.name()))));
    }
    return stixClass.versioned() ? all.where(Constraint.order("created", "modified")) : all;
  }
}
