package org.entente.stix.rule;

import java.util.Optional;

/// Identifiers that refer to other objects (STIX 2.1 §2.9).
final class References {
  private References() {}

  static Kind ref(String... types) {
    return ref(Target.types(types));
  }

  static Kind ref(Target target) {
    return Kinds.kind(
        "→ " + target.label(),
        (value, check) -> {
          String text = check.text(value);
          if (text != null) {
            check(text, target, check);
          }
        });
  }

  static Kind refs(String... types) {
    return Kinds.list(ref(types));
  }

  static Kind refs(Target target) {
    return Kinds.list(ref(target));
  }

  private static void check(String text, Target target, Check check) {
    Optional<StixId> id = StixId.parse(text);
    if (id.isEmpty()) {
      check.report(Rule.STIX_REF, Check.quoted(text) + " is not type--UUID in lower case");
    } else if (!target.admits(id.get().type())) {
      String message = Check.quoted(id.get().type()) + " cannot stand here, only " + target.label();
      check.report(Rule.STIX_REF_KIND, message);
    }
  }
}
