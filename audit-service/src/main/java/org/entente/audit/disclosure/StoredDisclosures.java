package org.entente.audit.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Disclosures as they are stored beside their entry, which anybody may have written. */
public final class StoredDisclosures {

  private StoredDisclosures() {}

  /** How these are stored. */
  public static String text(List<Disclosure> disclosures) {
    return disclosures.stream().map(d -> d.text() + "~").collect(Collectors.joining());
  }

  /**
   * Those that can be read; what is none is left out.
   *
   * @param stored each followed by a tilde
   */
  public static List<Disclosure> read(String stored) {
    var disclosures = new ArrayList<Disclosure>();
    for (var text : stored.split("~", -1)) {
      try {
        disclosures.add(Disclosure.parse(text));
      } catch (DisclosureRejected _) {
        // altered, so nobody's word
      }
    }
    return disclosures;
  }
}
