package org.entente.audit.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.disclosure.DisclosureRejected;

/**
 * The scalars of one record by dotted path, checked as they are taken. Array positions are not part
 * of the path. Not thread-safe.
 */
final class RecordFields {

  private static final String OBJECT_ID = "resources.uid";
  private static final int MAX_TEXT = 512;
  private static final int MAX_OBJECTS = 200;
  private static final long MAX_COUNT = (1L << 53) - 1;
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,15}");
  private static final Pattern UID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Set<String> objects = new LinkedHashSet<>();
  private final PersonalFields personal = new PersonalFields();
  private int resources;

  void text(String path, String value) {
    if (path.equals(OBJECT_ID)) {
      objects.add(storable(path, value));
    } else if (PersonalFields.isDigests(path)) {
      personal.digest(path, value);
    } else if (texts.put(path, value) != null) {
      repeated.add(path);
    }
  }

  void number(String path, long value) {
    if (numbers.put(path, value) != null) {
      repeated.add(path);
    }
  }

  void resource() {
    if (++resources > MAX_OBJECTS) {
      throw RecordRejected.invalid("more than " + MAX_OBJECTS + " resources: split the record");
    }
  }

  PersonalFields personal() {
    return personal;
  }

  /**
   * Completes the record with what its digests stand for. What is personal must have come that way:
   * in the record itself stands {@code -} for unknown, or the recording service as the actor.
   *
   * @throws DisclosureRejected when digests and disclosures do not belong together
   */
  void disclose(List<Disclosure> disclosures) {
    Stream.concat(texts.keySet().stream(), numbers.keySet().stream())
        .filter(path -> PersonalFields.isPersonal(path) && !isNobody(path))
        .findFirst()
        .ifPresent(path -> {
          throw RecordRejected.invalid(
              path + " is personal and must be disclosed beside the record");
        });
    for (var disclosure : disclosures) {
      if (texts.put(personal.take(disclosure), disclosure.value()) != null) {
        throw DisclosureRejected.invalid(disclosure.name() + " stands in the record already");
      }
    }
    personal.requireAllTaken();
  }

  /** Nothing is known of what the record itself does not say. */
  void concealRest() {
    texts.putIfAbsent("actor.user.uid", Actor.UNKNOWN);
    texts.putIfAbsent("src_endpoint.ip", Actor.UNKNOWN);
  }

  private boolean isNobody(String path) {
    var value = Optional.ofNullable(texts.get(path));
    var service = Optional.ofNullable(texts.get("metadata.product.name"));
    return value.equals(Optional.of(Actor.UNKNOWN))
        || (path.equals("actor.user.uid") && value.equals(service));
  }

  List<String> objects() {
    return List.copyOf(objects);
  }

  long number(String path) {
    var value = numbers.get(path);
    if (value == null) {
      throw RecordRejected.invalid(path + " is missing or not an integer");
    }
    return value;
  }

  Optional<Long> optionalNumber(String path) {
    return Optional.ofNullable(numbers.get(path));
  }

  void require(String path, long expected) {
    if (number(path) != expected) {
      throw RecordRejected.invalid(path + " must be " + expected);
    }
  }

  String text(String path) {
    var value = texts.get(path);
    if (value == null || value.isEmpty()) {
      throw RecordRejected.invalid(path + " is missing or not a text");
    }
    return storable(path, value);
  }

  /** Of several values in a list, one would decide and the others pass unseen. */
  Optional<String> optionalText(String path) {
    if (repeated.contains(path)) {
      throw RecordRejected.invalid(path + " is one text");
    }
    return texts.containsKey(path) ? Optional.of(text(path)) : Optional.empty();
  }

  /** A text of any length that is neither stored apart nor searched by. */
  Optional<String> longText(String path) {
    return Optional.ofNullable(texts.get(path)).filter(_ -> !repeated.contains(path));
  }

  /** A number from 1, as a text, that every reader of JSON takes exactly (RFC 7493 section 2.2). */
  Optional<Long> optionalCount(String path) {
    var count = optionalText(path);
    if (count.isPresent()
        && (!COUNT.matcher(count.get()).matches() || Long.parseLong(count.get()) > MAX_COUNT)) {
      throw RecordRejected.invalid(path + " is a number from 1");
    }
    return count.map(Long::valueOf);
  }

  void require(String path, String expected) {
    if (!text(path).equals(expected)) {
      throw RecordRejected.invalid(path + " must be " + expected);
    }
  }

  UUID uid(String path) {
    var value = text(path);
    if (!UID.matcher(value).matches()) {
      throw RecordRejected.invalid(path + " is not a lower-case UUID");
    }
    return UUID.fromString(value);
  }

  /**
   * One text that PostgreSQL cannot store would fail the transaction of a whole batch, and again at
   * every retry. So nothing unstorable gets past here.
   */
  private static String storable(String path, String value) {
    if (value.length() > MAX_TEXT) {
      throw RecordRejected.invalid(path + " is longer than " + MAX_TEXT);
    }
    var unstorable =
        value.codePoints().anyMatch(c -> Character.isISOControl(c) || isUnpairedSurrogate(c));
    if (unstorable) {
      throw RecordRejected.invalid(path + " has control characters or broken Unicode");
    }
    return value;
  }

  private static boolean isUnpairedSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
