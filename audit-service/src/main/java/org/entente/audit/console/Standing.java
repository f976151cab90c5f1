package org.entente.audit.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the log stands, and who says so.
 *
 * @param origin its name
 * @param size entries in it
 * @param root base64, as checkpoints have it
 * @param signed when its newest checkpoint was signed
 * @param witnessed what enough witnesses have cosigned; empty when there are none
 * @param rows who else vouches, in the order of the page
 */
record Standing(
    String origin, long size, String root, Instant signed, Witnessed witnessed, List<Row> rows) {

  Standing {
    rows = List.copyOf(rows);
  }

  /** How many entries came after this size. */
  public long behind(long other) {
    return size - other;
  }

  /**
   * All who vouch in one way.
   *
   * @param configured whether somebody is asked to
   */
  record Row(Vouching.Kind kind, boolean configured, List<Vouching> vouchings) {
    Row {
      vouchings = List.copyOf(vouchings);
    }

    public boolean stamps() {
      return kind == Vouching.Kind.TIME_STAMP;
    }
  }

  /**
   * What the witness policy's quorum has seen.
   *
   * @param configured whether there is a quorum at all
   * @param size 0 when nothing has been seen yet
   * @param by all configured witnesses
   */
  record Witnessed(boolean configured, long size, List<Cosigner> by) {
    Witnessed {
      by = List.copyOf(by);
    }
  }

  /**
   * One witness.
   *
   * @param size the largest it has cosigned; 0 when none
   * @param age since it says it saw that size first
   */
  record Cosigner(String name, long size, Duration age) {

    private static final Duration LATE = Duration.ofMinutes(1);

    /** Whether it cosigned so lately that what it lacks is only what has just come. */
    public boolean follows() {
      return age.compareTo(LATE) < 0;
    }
  }
}
