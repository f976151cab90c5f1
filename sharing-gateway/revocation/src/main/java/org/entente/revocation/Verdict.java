package org.entente.revocation;

import java.time.Instant;
import java.util.List;

/** What lists say about the certificates of one path. */
public sealed interface Verdict {

  /** No lists are agreed on for this party: nothing is known. */
  record Unchecked() implements Verdict {}

  /**
   * On none of them.
   *
   * @param lists one for each authority on the path, the leaf's first
   */
  record Good(List<ListName> lists) implements Verdict {

    /** Copies the list. */
    public Good {
      lists = List.copyOf(lists);
    }
  }

  /**
   * A certificate of the path is on one. An old list says so as well as a fresh one.
   *
   * @param since as the list says
   */
  record Revoked(ListName list, Instant since) implements Verdict {}

  /** This authority's list is not there, or too old to be believed. */
  record Unavailable(Authority authority) implements Verdict {}
}
