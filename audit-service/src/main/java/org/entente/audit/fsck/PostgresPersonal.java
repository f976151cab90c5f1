package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entente.audit.fsck.Chunk.Counted;
import org.entente.audit.fsck.Chunk.Personal;

/**
 * What is kept of entries until it is erased.
 *
 * @param connection in one snapshot for all statements
 */
record PostgresPersonal(Connection connection) {

  private static final String DISCLOSURES =
      "SELECT idx, actor, disclosures FROM disclosure WHERE idx >= ? AND idx < ?";
  private static final String NUMBERS =
      "SELECT idx, party, client, seq FROM client_seq WHERE idx >= ? AND idx < ?";

  Map<Long, Personal> read(long from, long to) throws SQLException {
    var numbers = numbers(from, to);
    var found = new HashMap<Long, Personal>();
    try (var select = ranged(DISCLOSURES, from, to);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        var index = rows.getLong("idx");
        var counted = numbers.getOrDefault(index, Set.of());
        found.put(
            index, new Personal(rows.getString("actor"), rows.getString("disclosures"), counted));
      }
    }
    return found;
  }

  private Map<Long, Set<Counted>> numbers(long from, long to) throws SQLException {
    var found = new HashMap<Long, Set<Counted>>();
    try (var select = ranged(NUMBERS, from, to);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        found
            .computeIfAbsent(rows.getLong("idx"), _ -> new HashSet<>())
            .add(
                new Counted(
                    rows.getString("party"), rows.getString("client"), rows.getLong("seq")));
      }
    }
    return found;
  }

  private PreparedStatement ranged(String sql, long from, long to) throws SQLException {
    var select = connection.prepareStatement(sql);
    select.setLong(1, from);
    select.setLong(2, to);
    return select;
  }
}
