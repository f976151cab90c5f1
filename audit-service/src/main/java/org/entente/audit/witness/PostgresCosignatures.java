package org.entente.audit.witness;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.log.NoteSignature;
import org.entente.log.SignedNote;
import org.entente.log.VerifierKey;

/**
 * Cosignatures beside their checkpoints. Not trusted: whoever reads them verifies them.
 *
 * @param connection stays open
 */
record PostgresCosignatures(Connection connection) {

  private static final String INSERT =
      """
      INSERT INTO cosignature (size, vkey_name, vkey_id, line, cosigned_ms)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String AT_MOST =
      "SELECT max(size) AS size FROM cosignature WHERE vkey_name = ? AND vkey_id = ? AND size <= ?";
  private static final String AT_LEAST =
      "SELECT min(size) AS size FROM cosignature WHERE vkey_name = ? AND vkey_id = ? AND size >= ?";
  private static final String AT =
      """
      SELECT c.note, array_agg(s.line ORDER BY s.vkey_name, s.vkey_id) AS lines
      FROM cosignature s JOIN checkpoint c ON c.size = s.size
      WHERE s.size = ? GROUP BY c.note
      """;

  /** Keeps a verified cosignature; the same again does no harm. */
  void insert(long size, VerifierKey key, NoteSignature line) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, size);
      insert.setString(2, key.name());
      insert.setString(3, key.idHex());
      insert.setString(4, line.line());
      insert.setLong(5, line.time().toEpochMilli());
      insert.executeUpdate();
    }
  }

  /** The largest size this key has cosigned; 0 when none. */
  long latest(VerifierKey key) throws SQLException {
    return atMost(key, Long.MAX_VALUE).orElse(0L);
  }

  /** The largest size up to this one that this key has cosigned. */
  Optional<Long> atMost(VerifierKey key, long size) throws SQLException {
    return size(AT_MOST, key, size);
  }

  /** The smallest size from this one on that this key has cosigned. */
  Optional<Long> atLeast(VerifierKey key, long size) throws SQLException {
    return size(AT_LEAST, key, size);
  }

  private Optional<Long> size(String sql, VerifierKey key, long limit) throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setString(1, key.name());
      select.setString(2, key.idHex());
      select.setLong(3, limit);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.ofNullable(row.getObject("size", Long.class))
            : Optional.empty();
      }
    }
  }

  /** The largest checkpoint this key has cosigned, with all its cosignatures. */
  Optional<SignedNote> newest(VerifierKey key) throws SQLException {
    return at(latest(key));
  }

  /** The checkpoint of this size, with all its cosignatures; empty when it has none. */
  Optional<SignedNote> at(long size) throws SQLException {
    try (var select = connection.prepareStatement(AT)) {
      select.setLong(1, size);
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        var lines = List.of((String[]) row.getArray("lines").getArray());
        var note = SignedNote.parse(row.getString("note").getBytes(StandardCharsets.UTF_8));
        return Optional.of(note.with(lines.stream().map(NoteSignature::parse).toList()));
      }
    }
  }
}
