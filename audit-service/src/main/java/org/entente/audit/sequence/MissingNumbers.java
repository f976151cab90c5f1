package org.entente.audit.sequence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Neighbouring numbers that no entry has, and what stands next to them.
 *
 * @param below the next smaller number's first entry; none when one is missing, too
 * @param above the next greater number's first entry
 */
public record MissingNumbers(long first, long last, Optional<Neighbour> below, Neighbour above) {

  /**
   * An entry with a number.
   *
   * @param at when it happened, as it says
   */
  public record Neighbour(long index, Instant at) {}

  static MissingNumbers of(ResultSet row) throws SQLException {
    var smaller = row.getLong("below"); // 0 when there is none
    var below =
        smaller == 0
            ? Optional.<Neighbour>empty()
            : Optional.of(neighbour(row, "below_idx", "below_ms"));
    return new MissingNumbers(
        smaller + 1, row.getLong("above") - 1, below, neighbour(row, "above_idx", "above_ms"));
  }

  private static Neighbour neighbour(ResultSet row, String index, String time) throws SQLException {
    return new Neighbour(row.getLong(index), Instant.ofEpochMilli(row.getLong(time)));
  }

  /** How many. */
  public long count() {
    return last - first + 1;
  }

  public boolean one() {
    return first == last;
  }
}
