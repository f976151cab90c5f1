package org.entente.stix.rule;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;

/// Identifiers of others whose form the standard fixes: CAPEC's in attack patterns, CVE's in
/// vulnerabilities (STIX 2.1 §4.1.1, §4.19.1).
final class ExternalIds {
  static final Constraint CAPEC = named("capec", "CAPEC-\\d{1,9}");
  static final Constraint CVE = named("cve", "CVE-\\d{4}-\\d{4,19}");

  private ExternalIds() {}

  private static Constraint named(String source, String form) {
    Pattern pattern = Pattern.compile(form);
    return new Constraint(
        "external references: source_name " + source + " for ids of that form, and no others",
        (object, check) -> check(object, source, pattern, check));
  }

  private static void check(JsonObject object, String source, Pattern form, Check check) {
    List<Json> references = object.elements("external_references");
    check.enter("external_references");
    for (int i = 0; i < references.size(); i++) {
      if (references.get(i) instanceof JsonObject reference) {
        check.enter(i);
        reference(reference, source, form, check);
        check.leave();
      }
    }
    check.leave();
  }

  private static void reference(JsonObject reference, String source, Pattern form, Check check) {
    String id = reference.text("external_id").orElse("");
    boolean named = reference.text("source_name").filter(source::equals).isPresent();
    boolean formed = form.matcher(id).matches();
    if (named && !formed && !id.isEmpty()) {
      check.report(Rule.STIX_FORMAT, "external_id", Check.quoted(id) + " is no id of " + source);
    } else if (formed && !named) {
      check.report(Rule.STIX_FORMAT, "source_name", "must be " + source + " for " + id);
    }
  }
}
