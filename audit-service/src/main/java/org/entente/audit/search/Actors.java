package org.entente.audit.search;

/** Where an entry's actor is: the one place that knows. */
public final class Actors {

  /** The actor of a row of entry, as an expression; a dash when unknown or erased. */
  public static final String OF_ENTRY =
      "coalesce((SELECT actor FROM disclosure WHERE disclosure.idx = entry.idx), '-')";

  /** The entries of one actor: a query of indices, with one question mark. */
  public static final String ENTRIES_OF = "SELECT idx FROM disclosure WHERE actor = ?";

  /** Condition on a row of entry, with one question mark. */
  static final String IS = "entry.idx IN (" + ENTRIES_OF + ")";

  private Actors() {}
}
