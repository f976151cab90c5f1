package org.entente.audit.tile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.Octets;

/** The bytes of neighbouring entries, as stored. */
final class PostgresBodies {

  private static final String RANGE =
      "SELECT body FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx";

  private PostgresBodies() {}

  static List<Octets> read(Connection connection, long first, int count) throws SQLException {
    try (var select = connection.prepareStatement(RANGE)) {
      select.setLong(1, first);
      select.setLong(2, first + count);
      var bodies = new ArrayList<Octets>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          bodies.add(Octets.of(rows.getBytes("body")));
        }
      }
      return bodies;
    }
  }
}
