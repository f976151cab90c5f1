package org.entente.audit.retention;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.record.PersonalRow;
import org.entente.audit.tree.PostgresLog;

/** The table of personal fields: the only one besides the head from which rows ever go. */
@Singleton
final class PostgresDisclosures {

  // Entries are sequenced in the order of time, so what is due is the beginning of the table.
  private static final String DUE =
      """
      SELECT oldest.idx, disclosures
      FROM (SELECT idx, disclosures FROM disclosure ORDER BY idx LIMIT ?) AS oldest
      JOIN entry ON entry.idx = oldest.idx
      WHERE sequenced_ms < ?
      ORDER BY oldest.idx
      """;
  private static final String OF_ACTOR =
      """
      SELECT disclosure.idx, disclosures
      FROM disclosure JOIN entry ON entry.idx = disclosure.idx
      WHERE actor = ? AND party = ?
      ORDER BY disclosure.idx LIMIT ?
      """;
  private static final String ERASE = "DELETE FROM disclosure WHERE idx = ANY (?)";

  private static final String ERASE_REVIEWS =
      """
      UPDATE review SET query = NULL, salt = NULL, note = NULL
      WHERE coalesce(signed_idx, withdrawn_idx, opened_idx) <= ? AND salt IS NOT NULL
      """;

  private static final String FORGET = "DELETE FROM reconciliation WHERE party = ? AND client = ?";

  private final PostgresLog log;

  PostgresDisclosures(PostgresLog log) {
    this.log = log;
  }

  /** The oldest rows that were sequenced before this moment. */
  List<PersonalRow> due(long beforeMs, int most) {
    return log.read("looking for what is due", c -> rows(c, DUE, most, beforeMs));
  }

  /** The oldest rows of one client of a party. */
  List<PersonalRow> of(String party, String actor, int most) {
    return log.read("looking for an actor", c -> rows(c, OF_ACTOR, actor, party, most));
  }

  private static List<PersonalRow> rows(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      var rows = new ArrayList<PersonalRow>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new PersonalRow(row.getLong("idx"), row.getString("disclosures")));
        }
      }
      return rows;
    }
  }

  /**
   * Erases what reviews say in words, of those whose last record is no newer than this entry. What
   * they stand for in the log is salted and cannot be guessed then.
   */
  void eraseReviews(long index) {
    log.keep(
        "erasing the words of reviews",
        connection -> {
          try (var update = connection.prepareStatement(ERASE_REVIEWS)) {
            update.setLong(1, index);
            return update.executeUpdate();
          }
        });
  }

  /** Erases these for good. Those that are gone already are no fault. */
  void erase(List<PersonalRow> rows) {
    var indices = rows.stream().map(PersonalRow::index).toArray();
    log.keep(
        "erasing personal fields",
        connection -> {
          try (var delete = connection.prepareStatement(ERASE)) {
            delete.setArray(1, connection.createArrayOf("int8", indices));
            return delete.executeUpdate();
          }
        });
  }

  /** Erases what was filed about one client of a party: it names it, and what it did. */
  void forget(String party, String actor) {
    log.keep(
        "erasing findings",
        connection -> {
          try (var delete = connection.prepareStatement(FORGET)) {
            delete.setString(1, party);
            delete.setString(2, actor);
            return delete.executeUpdate();
          }
        });
  }
}
