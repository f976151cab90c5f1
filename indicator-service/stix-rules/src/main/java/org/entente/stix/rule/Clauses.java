package org.entente.stix.rule;

import java.util.List;
import java.util.Optional;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonBoolean;
import org.entente.stix.json.JsonObject;

/// What single types demand beyond their tables.
final class Clauses {
  static final Constraint FAMILY_NAMED =
      new Constraint(
          "a family has a name",
          (malware, check) -> {
            if (malware.get("is_family") == JsonBoolean.TRUE && !malware.has("name")) {
              check.report(Rule.STIX_COMBINATION, "name", "a malware family needs a name");
            }
          });

  static final Constraint SOMETHING_OBSERVED =
      new Constraint("at least one observable among object_refs", Clauses::observed);

  static final Constraint FILE_INSIDE =
      new Constraint(
          "at least one file among contains_refs",
          (archive, check) -> {
            List<String> refs = archive.texts("contains_refs");
            if (!refs.isEmpty() && refs.stream().noneMatch(ref -> ref.startsWith("file--"))) {
              check.report(Rule.STIX_COMBINATION, "contains_refs", "needs at least one file");
            }
          });

  static final Constraint MULTIPART =
      new Constraint(
          "body only if not is_multipart, body_multipart only if",
          (email, check) -> {
            Json multipart = email.get("is_multipart");
            if (multipart == JsonBoolean.TRUE && email.has("body")) {
              check.report(Rule.STIX_COMBINATION, "body", "not with is_multipart");
            }
            if (multipart == JsonBoolean.FALSE && email.has("body_multipart")) {
              check.report(Rule.STIX_COMBINATION, "body_multipart", "only with is_multipart");
            }
          });

  static final Constraint ENDED =
      new Constraint(
          "not active after end",
          (traffic, check) -> {
            if (traffic.get("is_active") == JsonBoolean.TRUE && traffic.has("end")) {
              check.report(
                  Rule.STIX_COMBINATION, "is_active", "must be false when there is an end");
            }
          });

  static final Constraint TOP_LEVEL =
      new Constraint(
          "extension_properties only with toplevel-property-extension",
          (definition, check) -> {
            boolean topLevel =
                definition.texts("extension_types").contains("toplevel-property-extension");
            if (definition.has("extension_properties") && !topLevel) {
              check.report(
                  Rule.STIX_COMBINATION,
                  "extension_properties",
                  "only with toplevel-property-extension");
            }
          });

  private Clauses() {}

  private static void observed(JsonObject data, Check check) {
    boolean none =
        !data.texts("object_refs").isEmpty()
            && data.texts("object_refs").stream()
                .map(StixId::parse)
                .flatMap(Optional::stream)
                .noneMatch(id -> Target.SCO.admits(id.type()));
    if (none) {
      check.report(Rule.STIX_COMBINATION, "object_refs", "needs at least one observable");
    }
  }
}
