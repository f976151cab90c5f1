package org.entente.stix.rule;

import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;

/// Properties a table does not know (STIX 2.1 §3.1, §3.8, §11.1). What their names promise of their
/// values holds for them too.
final class CustomProperties {
  private static final Kind REF = References.ref(Target.ANY);
  private static final Kind REFS = Kinds.list(REF);

  private CustomProperties() {}

  /// Checks one member; the check stands on it.
  static void check(JsonObject object, int index, Check check) {
    String name = object.name(index);
    if (!Names.isProperty(name)) {
      check.report(Rule.STIX_NAME, Check.quoted(name) + " cannot be a property's name");
    } else if (Names.RESERVED.contains(name)) {
      check.report(Rule.STIX_NAME_RESERVED, "the name " + name + " is reserved");
    } else if (name.startsWith("x_")) {
      check.report(Rule.STIX_PROPERTY_CUSTOM, name + " is a custom property");
    } else if (check.depth() != 1 || !Extensions.extendTopLevel(check.object())) {
      check.report(Rule.STIX_PROPERTY_UNKNOWN, name + " is not defined for this kind of object");
    } else if (Extensions.leaveOut(name, check)) {
      check.report(Rule.STIX_EXTENSION_PROPERTY, name + " is not in its extension's definition");
    }
    suffix(object, name, object.value(index), check);
  }

  private static void suffix(JsonObject object, String name, Json value, Check check) {
    if (name.endsWith("_ref")) {
      REF.check(value, check);
    } else if (name.endsWith("_refs")) {
      REFS.check(value, check);
    } else if (name.endsWith("_hex")) {
      Kinds.HEX.check(value, check);
    } else if (name.endsWith("_bin")) {
      Kinds.BINARY.check(value, check);
    } else if (name.endsWith("_enc") && !object.has(name.substring(0, name.length() - 4))) {
      check.report(
          Rule.STIX_COMBINATION, name + " names the encoding of a property that is absent");
    }
  }
}
