package org.entente.kit.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.manifest.Sha256;
import org.entente.stix.json.CanonicalJson;
import org.entente.stix.json.JsonObject;
import org.entente.stix.rule.StixClass;
import org.entente.stix.rule.StixTime;

/// Whether a version stands twice among the objects, with other content: of an envelope like that
/// the exchange takes neither. Not thread-safe.
final class Versions {

  private record Version(String id, String modified) {}

  private final Map<Version, Sha256> seen = new HashMap<>();

  /// What is wrong with the object in view of those before it.
  Optional<Remark> add(JsonObject object) {
    Optional<String> id = object.text("id");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Version version = new Version(id.get(), version(object));
    Sha256 content = Sha256.of(CanonicalJson.bytes(object));
    Sha256 before = seen.putIfAbsent(version, content);
    return before == null || before.equals(content)
        ? Optional.empty()
        : Optional.of(
            Remark.error(
                "VERSION_CONFLICT", "/id", "§3.6", "this version was there, with other content"));
  }

  private static String version(JsonObject object) {
    Optional<String> modified =
        object.text("modified").filter(_ -> StixClass.of(object).versioned());
    return modified
        .map(text -> StixTime.parse(text).map(StixTime::sortable).orElse(text))
        .orElse("");
  }
}
