package org.entente.stix.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.stix.json.JsonObject;

/// The objects an object came together with, for the few rules that look at two: translations,
/// definitions of extensions, malware with its samples and variants, identifiers. What did not come
/// along is not looked for; references may dangle.
///
/// Immutable, thread-safe.
public final class Companions {
  /// An object by itself.
  public static final Companions NONE = new Companions(Map.of(), Set.of());

  private final Map<String, List<JsonObject>> byId;
  private final Set<Maker> reused;

  /// A UUID and who made objects of it.
  private record Maker(String uuid, String author) {}

  private Companions(Map<String, List<JsonObject>> byId, Set<Maker> reused) {
    this.byId = byId;
    this.reused = reused;
  }

  /// All objects of one envelope.
  public static Companions of(Collection<JsonObject> objects) {
    boolean concerned = objects.stream().anyMatch(Companions::concernsAnother);
    return new Companions(concerned ? byId(objects) : Map.of(), reused(objects));
  }

  private static Map<String, List<JsonObject>> byId(Collection<JsonObject> objects) {
    return objects.stream()
        .filter(object -> object.text("id").isPresent())
        .collect(Collectors.groupingBy(object -> object.text("id").orElseThrow()));
  }

  /// Most envelopes have no such object, and cost nothing.
  private static boolean concernsAnother(JsonObject object) {
    return switch (object.text("type").orElse("")) {
      case "language-content", "extension-definition" -> true;
      case "malware" -> object.has("sample_refs");
      case "relationship" ->
          object.text("relationship_type").filter("variant-of"::equals).isPresent();
      default -> false;
    };
  }

  private static Set<Maker> reused(Collection<JsonObject> objects) {
    Map<Maker, String> types = new HashMap<>();
    Set<Maker> reused = new HashSet<>();
    for (JsonObject object : objects) {
      maker(object)
          .ifPresent(maker -> {
            String type = object.text("type").orElse("");
            if (!type.equals(types.computeIfAbsent(maker, m -> type))) {
              reused.add(maker);
            }
          });
    }
    return reused;
  }

  /// Observables have no author, and share UUIDs that are made from equal properties.
  private static Optional<Maker> maker(JsonObject object) {
    Optional<String> author = object.text("created_by_ref");
    String id = object.text("id").orElse("");
    int dashes = id.indexOf("--");
    return author.filter(_ -> dashes >= 0).map(by -> new Maker(id.substring(dashes + 2), by));
  }

  /// Whether an object's UUID is also that of another type, by the same author.
  boolean reuses(JsonObject object) {
    return !reused.isEmpty() && maker(object).filter(reused::contains).isPresent();
  }

  /// All versions of one object.
  List<JsonObject> of(String id) {
    return byId.getOrDefault(id, List.of());
  }

  /// The version that references mean (STIX 2.1 §3.3).
  Optional<JsonObject> latest(String id) {
    return of(id).stream()
        .max(
            Comparator.comparing(object ->
                object
                    .text("modified")
                    .flatMap(StixTime::parse)
                    .map(StixTime::sortable)
                    .orElse("")));
  }
}
