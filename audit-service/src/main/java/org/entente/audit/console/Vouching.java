package org.entente.audit.console;

import java.time.Instant;

/**
 * One more way in which somebody or something vouches for the log, as of now.
 *
 * @param kind which row of the overview it is
 * @param by who or what, as configured; plain text
 * @param size how many entries it covers; 0 when none yet
 * @param at when it did
 * @param sound false when it has found damage
 */
record Vouching(Kind kind, String by, long size, Instant at, boolean sound) {

  /** In the order of the page. */
  enum Kind {
    /** RFC 3161 time stamps, one authority each. */
    TIME_STAMP,
    /** What was hashed again from the stored bytes. */
    FSCK
  }
}
