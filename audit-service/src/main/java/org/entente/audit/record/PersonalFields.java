package org.entente.audit.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.disclosure.DisclosureRejected;

/**
 * Where a record may have digests instead of members, and which of its members must never stand in
 * it: what a leaf says, it says for ever. Not thread-safe.
 */
final class PersonalFields {

  /** The member that holds an object's digests (RFC 9901 section 4.2.4.1). */
  static final String DIGESTS = "_sd";

  /** How many requests a client makes is its party's own: of its numbers, others see a part. */
  static final String NUMBER = "exchange.client_seq";

  private static final Set<String> PATHS =
      Set.of(
          "actor.user.uid",
          "actor.session.uid",
          "src_endpoint.ip",
          "query_info.query_string",
          NUMBER);
  private static final Set<String> OBJECTS =
      Set.of("actor.user", "actor.session", "src_endpoint", "query_info", "exchange");

  /** The digests whose disclosure is still to come, and the objects they stand in. */
  private final Map<String, String> objects = new HashMap<>();

  static boolean isPersonal(String path) {
    return PATHS.contains(path);
  }

  /** Whether this is the list of digests of an object that may have one. */
  static boolean isDigests(String path) {
    var end = path.length() - DIGESTS.length() - 1;
    return path.endsWith("." + DIGESTS) && OBJECTS.contains(path.substring(0, end));
  }

  /** A digest found in this list of digests. */
  void digest(String path, String digest) {
    var object = path.substring(0, path.length() - DIGESTS.length() - 1);
    if (objects.put(digest, object) != null) {
      throw DisclosureRejected.invalid("one digest twice");
    }
  }

  /**
   * Takes the one disclosure of a digest.
   *
   * @return the path of the field
   * @throws DisclosureRejected when it came before, belongs to no digest, or says what is not here
   */
  String take(Disclosure disclosure) {
    return taken(disclosure)
        .orElseThrow(
            () -> DisclosureRejected.invalid("twice, or of no digest and field of this record"));
  }

  private Optional<String> taken(Disclosure disclosure) {
    return Optional.ofNullable(objects.remove(disclosure.digest()))
        .map(object -> object + "." + disclosure.name())
        .filter(PATHS::contains);
  }

  /** Every digest must have had its disclosure: a record is complete when it is appended. */
  void requireAllTaken() {
    if (!objects.isEmpty()) {
      throw DisclosureRejected.missing(objects.size() + " digests without their disclosure");
    }
  }

  /**
   * Those of these that fit the record, in order; what does not is nobody's word.
   *
   * @param whole whether to those who may read all about the acting party
   */
  List<Disclosure> fitting(List<Disclosure> stored, boolean whole) {
    var paths = new HashSet<String>();
    return stored.stream()
        .filter(d ->
            taken(d).filter(path -> whole || !path.equals(NUMBER)).filter(paths::add).isPresent())
        .toList();
  }
}
