package org.entente.audit.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.disclosure.StoredDisclosures;
import org.entente.audit.record.Actor;

/** Where an entry's actor is: the one place that knows. */
public final class Actors {

  /**
   * Stands for an actor that is told beside an entry whose record does not say so: not a name, but
   * somebody's change of what is stored.
   */
  public static final String FOREIGN = "";

  /**
   * The actor of a row of entry, as an expression; a dash when unknown or erased. Derived, for
   * counting and comparing: only {@link Finding#actor} holds it against the record.
   */
  public static final String OF_ENTRY =
      "coalesce((SELECT actor FROM disclosure WHERE disclosure.idx = entry.idx), '-')";

  /** The entries of one actor: a query of indices, with one question mark. */
  public static final String ENTRIES_OF = "SELECT idx FROM disclosure WHERE actor = ?";

  /** Condition on a row of entry, with one question mark. */
  static final String IS = "entry.idx IN (" + ENTRIES_OF + ")";

  private static final String NAME = "uid";

  private Actors() {}

  /**
   * Whom to name for entries that {@link #OF_ENTRY} puts together under one name, held against what
   * the record of the newest says; only those whose records disclose who acted are named.
   *
   * @param recorded {@link Finding#actor} of the newest
   */
  public static String summed(String name, String recorded) {
    return name.equals(Actor.UNKNOWN) || name.equals(recorded) ? recorded : FOREIGN;
  }

  /** What {@link Finding#actor} says of an entry whose bytes are those under its leaf hash. */
  static String of(JsonNode record, String personal) {
    var user = record.at("/actor/user");
    var digests = digests(user);
    if (personal.isEmpty() || digests.isEmpty()) {
      return user.path(NAME).asText(Actor.UNKNOWN);
    }
    return StoredDisclosures.read(personal).stream()
        .filter(told -> told.name().equals(NAME) && digests.contains(told.digest()))
        .map(Disclosure::value)
        .findFirst()
        .orElse(FOREIGN);
  }

  private static Set<String> digests(JsonNode user) {
    return StreamSupport.stream(user.path("_sd").spliterator(), false)
        .filter(TextNode.class::isInstance)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
