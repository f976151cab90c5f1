package org.entente.audit.console;

import java.util.List;

/**
 * Who had to do with an object or value.
 *
 * @param asked as it was pasted; empty when nothing was
 * @param ids of the objects it stands for
 */
public record Sightings(String asked, List<String> ids, Summary summary) {

  static final Sightings NONE = new Sightings("", List.of(), Summary.NONE);

  public Sightings {
    ids = List.copyOf(ids);
  }

  /** Finds the same entries in a search. */
  public String query() {
    return "value=" + Shown.urlEncoded(asked);
  }
}
