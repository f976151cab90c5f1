package org.entente.audit.administration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.audit.administration.LogEvents.Told;

/**
 * Entries that were put back from a mirror, of which the log does not tell yet.
 *
 * @param connection stays open
 */
record PostgresPutBack(Connection connection) {

  private static final String UNTOLD =
      "SELECT first_idx, end_idx, at_ms, uid FROM put_back WHERE told IS NULL ORDER BY first_idx";
  private static final String TOLD = "UPDATE put_back SET told = ? WHERE uid = ?";

  /**
   * Neighbouring entries, and the record that is to say so.
   *
   * @param end the index behind the last of them
   */
  record PutBack(long first, long end, Told told) {}

  List<PutBack> untold() throws SQLException {
    var all = new ArrayList<PutBack>();
    try (var select = connection.prepareStatement(UNTOLD);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        var told = new Told(rows.getObject("uid", UUID.class), rows.getLong("at_ms"));
        all.add(new PutBack(rows.getLong("first_idx"), rows.getLong("end_idx"), told));
      }
    }
    return all;
  }

  /** The log tells of it at this index. */
  int told(Told told, long index) throws SQLException {
    try (var update = connection.prepareStatement(TOLD)) {
      update.setLong(1, index);
      update.setObject(2, told.uid());
      return update.executeUpdate();
    }
  }
}
