package org.entente.audit.console;

import java.util.List;
import org.entente.audit.search.Hit;

/**
 * What somebody did.
 *
 * @param actor as asked; empty when nobody was asked about
 * @param latest the newest entries
 */
public record Deeds(String actor, Summary summary, List<Hit> latest) {

  static final Deeds NONE = new Deeds("", Summary.NONE, List.of());

  public Deeds {
    latest = List.copyOf(latest);
  }

  /** Finds the same entries in a search. */
  public String query() {
    return "actor=" + Shown.urlEncoded(actor);
  }
}
