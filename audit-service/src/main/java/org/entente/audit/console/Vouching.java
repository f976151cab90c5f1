package org.entente.audit.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.audit.fsck.FsckStanding;
import org.entente.audit.timestamp.Stamp;

/**
 * One more way in which somebody or something vouches for the log, as of now. Pure.
 *
 * @param kind which row of the overview it is
 * @param by who or what, as configured; plain text
 * @param size how many entries it covers; 0 when none yet
 * @param at when it did
 */
record Vouching(Kind kind, String by, long size, Instant at, State state) {

  private static final String THIS_SERVICE = "audit-service";

  /** Periods without news that are a delay, more are a silence. */
  private static final int PATIENCE = 2;

  /** In the order of the page. */
  enum Kind {
    /** RFC 3161 time stamps, one authority each. */
    TIME_STAMP,
    /** What was hashed again from the stored bytes. */
    FSCK
  }

  /** What is to be thought of it. */
  enum State {
    SOUND,
    /** Sound as far as it goes, but no news came when they should have. */
    LATE,
    /** What is kept for searches or beside the entries does not fit them; the entries do. */
    DERIVED_DAMAGED,
    DAMAGED
  }

  /**
   * The newest stamp of an authority, which was verified before it was kept.
   *
   * @param log size of the log now
   * @param every how often it stamps a log that grows
   */
  static Vouching of(Stamp stamp, long log, Instant now, Duration every) {
    var late = stamp.size() < log && isLate(stamp.kept(), now, every);
    return new Vouching(
        Kind.TIME_STAMP,
        stamp.party(),
        stamp.size(),
        stamp.stated(),
        late ? State.LATE : State.SOUND);
  }

  /**
   * The check of all that is stored; empty before the first one.
   *
   * @param every how often one begins
   */
  static Optional<Vouching> of(FsckStanding standing, Instant now, Duration every) {
    return standing
        .started()
        .map(started ->
            new Vouching(
                Kind.FSCK,
                THIS_SERVICE,
                standing.verified(),
                standing.ended().orElse(started),
                state(standing, isLate(started, now, every))));
  }

  private static State state(FsckStanding standing, boolean late) {
    if (standing.damaged()) {
      return State.DAMAGED;
    }
    if (!standing.findings().isEmpty()) {
      return State.DERIVED_DAMAGED;
    }
    return late ? State.LATE : State.SOUND;
  }

  private static boolean isLate(Instant last, Instant now, Duration every) {
    return last.plus(every.multipliedBy(PATIENCE)).isBefore(now);
  }
}
