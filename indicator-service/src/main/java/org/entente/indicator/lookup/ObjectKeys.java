package org.entente.indicator.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.indicator.taxii.TaxiiTime;
import org.entente.stix.json.JsonBoolean;
import org.entente.stix.json.JsonNumber;
import org.entente.stix.json.JsonObject;
import org.entente.stix.observable.ObservableKey;
import org.entente.stix.pattern.PatternKey;
import org.entente.stix.pattern.StixPattern;

/// Under which keys an object is found. Pure; never fails, whatever the object looks like.
public final class ObjectKeys {
  private static final Set<String> AGAINST = Set.of("disagree", "strongly-disagree");

  private ObjectKeys() {}

  /// The keys of a STIX object that was read strictly.
  public static Indexed of(JsonObject object) {
    return of(object, IndicatorPattern.read(object));
  }

  /// The same, when the pattern of an indicator has been read already.
  ///
  /// @param pattern empty for other objects, and for patterns nobody can read
  public static Indexed of(JsonObject object, Optional<StixPattern> pattern) {
    String type = object.text("type").orElse("");
    return switch (type) {
      case "indicator" -> indicator(object, pattern.map(StixPattern::keys).orElse(List.of()));
      case "sighting" -> remark(object, Standing.SIGHTING, sighted(object));
      case "opinion" -> remark(object, Standing.OPPOSED, opposed(object));
      default -> observable(type, object);
    };
  }

  private static Indexed indicator(JsonObject object, List<PatternKey> atoms) {
    List<IndexEntry> entries = new ArrayList<>();
    for (PatternKey atom : atoms) {
      Standing standing = atom.group() == 0 ? Standing.SUFFICIENT : Standing.PARTIAL;
      entries.add(new IndexEntry(atom.key().text(), standing, atom.group()));
      twins(atom.key()).forEach(entries::add);
    }
    return new Indexed(
        atoms.stream().map(PatternKey::key).distinct().toList(),
        entries,
        time(object, "valid_from").orElse(Long.MIN_VALUE),
        time(object, "valid_until").orElse(Long.MAX_VALUE),
        revoked(object));
  }

  private static Indexed observable(String type, JsonObject object) {
    Set<ObservableKey> keys = ObservableProperties.keys(type, object);
    List<IndexEntry> entries =
        keys.stream()
            .flatMap(key ->
                Stream.concat(Stream.of(IndexEntry.of(key.text(), Standing.OBSERVED)), twins(key)))
            .toList();
    return always(List.copyOf(keys), entries, false);
  }

  private static Stream<IndexEntry> twins(ObservableKey key) {
    return Twins.of(key).stream().map(hint -> IndexEntry.of(hint, Standing.SAME_KEY));
  }

  private static Indexed remark(JsonObject object, Standing standing, List<String> about) {
    List<IndexEntry> entries =
        about.stream().distinct().map(id -> IndexEntry.of(KeyDigest.ABOUT + id, standing)).toList();
    return always(List.of(), entries, revoked(object));
  }

  private static Indexed always(
      List<ObservableKey> observables, List<IndexEntry> entries, boolean revoked) {
    return new Indexed(observables, entries, Long.MIN_VALUE, Long.MAX_VALUE, revoked);
  }

  /// A count of zero says that it was looked for and not seen.
  private static List<String> sighted(JsonObject sighting) {
    boolean never = sighting.get("count") instanceof JsonNumber count && count.doubleValue() == 0;
    return never ? List.of() : sighting.text("sighting_of_ref").stream().toList();
  }

  private static List<String> opposed(JsonObject opinion) {
    boolean against = opinion.text("opinion").filter(AGAINST::contains).isPresent();
    return against ? opinion.texts("object_refs") : List.of();
  }

  private static boolean revoked(JsonObject object) {
    return object.get("revoked") == JsonBoolean.TRUE;
  }

  /// Cut off below a microsecond, which is as fine as anybody can ask.
  private static Optional<Long> time(JsonObject object, String property) {
    return object
        .text(property)
        .map(text -> text.replaceFirst("(\\.\\d{9})\\d+Z$", "$1Z"))
        .map(TaxiiTime::parse)
        .filter(time -> time.isPresent())
        .map(time -> time.getAsLong());
  }
}
