package org.entente.stix.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonBoolean;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonText;

/// What malware, its samples and its variants owe each other (STIX 2.1 §4.11), as far as they came
/// together.
final class Families {
  static final Constraint VARIANT =
      new Constraint("no malware family is a variant-of an instance", Families::variant);
  static final Constraint ONE_SAMPLE =
      new Constraint("samples of an instance are the same bytes", Families::samples);

  private Families() {}

  private static void variant(JsonObject relationship, Check check) {
    if (relationship.text("relationship_type").filter("variant-of"::equals).isPresent()
        && isFamily(relationship, "source_ref", JsonBoolean.TRUE, check)
        && isFamily(relationship, "target_ref", JsonBoolean.FALSE, check)) {
      check.report(Rule.STIX_VARIANT, "source_ref", "a family is no variant of an instance");
    }
  }

  private static boolean isFamily(JsonObject from, String ref, JsonBoolean family, Check check) {
    return from.text(ref)
        .flatMap(check.companions()::latest)
        .filter(malware -> malware.get("is_family") == family)
        .isPresent();
  }

  private static void samples(JsonObject malware, Check check) {
    if (malware.get("is_family") == JsonBoolean.FALSE) {
      List<Json> refs = malware.elements("sample_refs");
      Map<String, String> digests = new HashMap<>();
      for (int i = 0; i < refs.size(); i++) {
        if (differs(refs.get(i), digests, check)) {
          check.enter("sample_refs");
          check.enter(i);
          check.report(Rule.STIX_SAMPLES, "has another hash than a sample before it");
          check.leave();
          check.leave();
        }
      }
    }
  }

  private static boolean differs(Json ref, Map<String, String> digests, Check check) {
    JsonObject hashes = hashes(ref, check).orElse(null);
    boolean differs = false;
    if (hashes != null) {
      for (String algorithm : hashes.names()) {
        String digest = hashes.text(algorithm).orElse("").toLowerCase(Locale.ROOT);
        String before = digests.putIfAbsent(algorithm, digest);
        differs |= before != null && !before.equals(digest);
      }
    }
    return differs;
  }

  /// Of what is encrypted, the hashes are not the sample's.
  private static Optional<JsonObject> hashes(Json ref, Check check) {
    Optional<JsonObject> found =
        ref instanceof JsonText(String id) ? check.companions().latest(id) : Optional.empty();
    return found
        .filter(sample -> !sample.has("encryption_algorithm"))
        .flatMap(sample -> Optional.ofNullable(sample.object("hashes")));
  }
}
