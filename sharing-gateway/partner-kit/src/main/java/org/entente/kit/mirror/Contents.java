package org.entente.kit.mirror;

/** What of a log is copied. */
public enum Contents {
  /** Checkpoints, hash tiles and entries: for a joint auditor. */
  ALL,
  /**
   * Checkpoints and hash tiles: whoever has a certificate may. Holds the log to its past, not to
   * the content of its entries.
   */
  HASHES
}
