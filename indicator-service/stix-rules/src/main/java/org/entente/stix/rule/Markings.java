package org.entente.stix.rule;

import java.util.List;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonText;
import org.entente.stix.marking.Pap;
import org.entente.stix.marking.Tlp;
import org.jspecify.annotations.Nullable;

/// What holds for the markings of an object together (STIX 2.1 §7.2).
final class Markings {
  private static final String OBJECT = "object_marking_refs";

  private Markings() {}

  static void check(JsonObject object, Check check) {
    String id = object.text("id").orElse("");
    if (object.elements(OBJECT).isEmpty() && !isFixed(object, id)) {
      check.report(Rule.MARKING_MISSING, OBJECT, "needs an explicit marking");
    }
    check.enter(OBJECT);
    List<Json> whole = object.elements(OBJECT);
    for (int i = 0; i < whole.size(); i++) {
      check.enter(i);
      marking(whole.get(i), id, check);
      check.leave();
    }
    check.leave();
    granular(object, id, check);
  }

  /// The fixed marking-definitions of TLP and PAP carry none, and nobody can give them one.
  private static boolean isFixed(JsonObject object, String id) {
    JsonObject extensions = object.object("extensions");
    boolean pap =
        object.text("type").filter("marking-definition"::equals).isPresent()
            && extensions != null
            && extensions.has(Pap.EXTENSION);
    return pap || Tlp.ofMarking(id).isPresent();
  }

  private static void granular(JsonObject object, String id, Check check) {
    check.enter("granular_markings");
    List<Json> parts = object.elements("granular_markings");
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof JsonObject part) {
        check.enter(i);
        check.enter("marking_ref");
        marking(part.get("marking_ref"), id, check);
        check.leave();
        check.leave();
      }
    }
    check.leave();
  }

  private static void marking(@Nullable Json marking, String id, Check check) {
    if (!(marking instanceof JsonText(String ref))) {
      return;
    }
    if (ref.equals(id)) {
      check.report(Rule.MARKING_SELF, "an object cannot mark itself");
    } else if (Tlp.isAlias(ref)) {
      check.report(Rule.MARKING_TLP1, "say it in TLP 2.0");
    }
  }
}
