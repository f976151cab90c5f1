package org.entente.audit.timestamp;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.entente.log.Octets;
import org.entente.log.SignedNote;

/**
 * Stamps beside their checkpoints. Not trusted: whoever uses one verifies it.
 *
 * @param connection stays open
 */
record PostgresStamps(Connection connection) {

  private static final String COLUMNS = "t.size, t.party, t.stated_ms, t.kept_ms";
  private static final String INSERT =
      """
      INSERT INTO timestamp_reply (size, party, stated_ms, kept_ms, reply)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String LAST =
      "SELECT " + COLUMNS + " FROM timestamp_reply t WHERE party = ? ORDER BY size DESC LIMIT 1";
  private static final String PAGE =
      "SELECT "
          + COLUMNS
          + """
          , c.note FROM timestamp_reply t JOIN checkpoint c ON c.size = t.size
          WHERE t.size IN
            (SELECT DISTINCT size FROM timestamp_reply WHERE size < ? ORDER BY size DESC LIMIT ?)
          ORDER BY t.size DESC, t.party
          """;
  private static final String REPLY =
      "SELECT reply FROM timestamp_reply WHERE size = ? AND party = ?";

  /** Keeps a verified reply; the same checkpoint once more does no harm. */
  void insert(Stamp stamp, byte[] reply) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, stamp.size());
      insert.setString(2, stamp.party());
      insert.setLong(3, stamp.stated().toEpochMilli());
      insert.setLong(4, stamp.kept().toEpochMilli());
      insert.setBytes(5, reply);
      insert.executeUpdate();
    }
  }

  /** The newest checkpoint that this party's authority has stamped. */
  Optional<Stamp> last(String party) throws SQLException {
    try (var select = connection.prepareStatement(LAST)) {
      select.setString(1, party);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(stamp(row)) : Optional.empty();
      }
    }
  }

  /** Stamped checkpoints below this size, the largest first. */
  List<StampedCheckpoint> below(long size, int most) throws SQLException {
    var texts = new LinkedHashMap<Long, String>();
    var stamps = new LinkedHashMap<Long, List<Stamp>>();
    try (var select = connection.prepareStatement(PAGE)) {
      select.setLong(1, size);
      select.setInt(2, most);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var stamp = stamp(rows);
          texts.put(stamp.size(), text(rows.getString("note")));
          stamps.computeIfAbsent(stamp.size(), _ -> new ArrayList<>()).add(stamp);
        }
      }
    }
    return texts.entrySet().stream()
        .map(text ->
            new StampedCheckpoint(
                text.getKey(), text.getValue(), stamps.getOrDefault(text.getKey(), List.of())))
        .toList();
  }

  /** What the authority answered. */
  Optional<Octets> reply(long size, String party) throws SQLException {
    try (var select = connection.prepareStatement(REPLY)) {
      select.setLong(1, size);
      select.setString(2, party);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(Octets.of(row.getBytes("reply"))) : Optional.empty();
      }
    }
  }

  private static Stamp stamp(ResultSet row) throws SQLException {
    return new Stamp(
        row.getLong("size"),
        row.getString("party"),
        Instant.ofEpochMilli(row.getLong("stated_ms")),
        Instant.ofEpochMilli(row.getLong("kept_ms")));
  }

  private static String text(String note) {
    return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).text();
  }
}
