package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.audit.administration.LogEvents.Told;
import org.entente.audit.fsck.Finding.Part;
import org.entente.log.RootHash;

/**
 * What passes found and the log does not tell yet.
 *
 * @param connection stays open
 */
record PostgresReport(Connection connection) {

  private static final String FOUND =
      """
      SELECT DISTINCT uid, found_ms, place, detail, of_log FROM fsck_finding
      WHERE told IS NULL ORDER BY found_ms, place, detail LIMIT ?
      """;
  private static final String SOUND =
      """
      SELECT uid, ended_ms, verified, root FROM fsck_state s
      WHERE ended_ms IS NOT NULL AND root IS NOT NULL AND told IS NULL
        AND NOT EXISTS (SELECT 1 FROM fsck_finding f WHERE f.pass = s.pass)
      """;
  private static final List<String> TOLD =
      List.of(
          "UPDATE fsck_finding SET told = ? WHERE uid = ?",
          "UPDATE fsck_state SET told = ? WHERE uid = ?");

  /** Something that does not fit, and the record that is to say so. */
  record Found(Told told, Finding finding) {}

  /** A pass that found nothing, and the record that is to say so. */
  record Sound(Told told, long size, RootHash root) {}

  List<Found> findings(int most) throws SQLException {
    var findings = new ArrayList<Found>();
    try (var select = connection.prepareStatement(FOUND)) {
      select.setInt(1, most);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var part = rows.getBoolean("of_log") ? Part.LOG : Part.DERIVED;
          var finding = new Finding(part, rows.getString("place"), rows.getString("detail"));
          findings.add(new Found(told(rows, "found_ms"), finding));
        }
      }
    }
    return findings;
  }

  Optional<Sound> sound() throws SQLException {
    try (var select = connection.prepareStatement(SOUND);
        var row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Sound(
                  told(row, "ended_ms"),
                  row.getLong("verified"),
                  RootHash.of(row.getBytes("root"))))
          : Optional.empty();
    }
  }

  private static Told told(ResultSet row, String time) throws SQLException {
    return new Told(row.getObject("uid", UUID.class), row.getLong(time));
  }

  /** The log tells of it at this index. */
  long told(Told told, long index) throws SQLException {
    for (var update : TOLD) {
      try (var statement = connection.prepareStatement(update)) {
        statement.setLong(1, index);
        statement.setObject(2, told.uid());
        statement.executeUpdate();
      }
    }
    return index;
  }
}
