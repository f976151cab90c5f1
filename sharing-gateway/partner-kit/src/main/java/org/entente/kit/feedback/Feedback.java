package org.entente.kit.feedback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.kit.json.JsonText;
import org.entente.stix.marking.Tlp;

/// Writes sightings (STIX 2.1 §5.2) and opinions (§4.13): ordinary objects of their author, which
/// go back to the producer through the collection the author may write. Immutable.
///
/// @param author STIX id of the identity who says it
/// @param id of the object to write; the same one again is the same object
public record Feedback(String author, Tlp tlp, UUID id, Instant now) {

  /// How often and when something was seen.
  ///
  /// @param times 0 says that it was looked for and not seen
  /// @param where STIX id of the identity or location that saw it
  public record Seen(
      int times, Optional<Instant> first, Optional<Instant> last, Optional<String> where) {
    public Seen {
      if (times < 0 || times > 999_999_999) {
        throw new IllegalArgumentException("a sighting counts 0 to 999999999 times");
      }
      if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
        throw new IllegalArgumentException("it was last seen before it was first seen");
      }
    }
  }

  /// A sighting of an object, such as an indicator.
  public String sighting(String of, Seen seen) {
    Map<String, Object> object = object("sighting");
    object.put("sighting_of_ref", of);
    object.put("count", seen.times());
    seen.first().ifPresent(time -> object.put("first_seen", text(time)));
    seen.last().ifPresent(time -> object.put("last_seen", text(time)));
    seen.where().ifPresent(place -> object.put("where_sighted_refs", List.of(place)));
    return JsonText.of(object);
  }

  /// An opinion on an object.
  ///
  /// @param opinion one of STIX' opinion-enum
  public String opinion(String on, String opinion, Optional<String> explanation) {
    Map<String, Object> object = object("opinion");
    object.put("opinion", opinion);
    explanation.ifPresent(text -> object.put("explanation", text));
    object.put("object_refs", List.of(on));
    return JsonText.of(object);
  }

  private Map<String, Object> object(String type) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", type);
    object.put("spec_version", "2.1");
    object.put("id", type + "--" + id);
    object.put("created_by_ref", author);
    object.put("created", text(now));
    object.put("modified", text(now));
    object.put("object_marking_refs", List.of(tlp.marking()));
    return object;
  }

  /// Three digits of a second, always (§3.2).
  private static String text(Instant time) {
    String text = time.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }
}
