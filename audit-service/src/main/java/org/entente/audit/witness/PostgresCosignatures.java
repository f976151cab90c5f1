package org.entente.audit.witness;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
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
  private static final String LATEST =
      "SELECT max(size) FROM cosignature WHERE vkey_name = ? AND vkey_id = ?";
  private static final String SIZES =
      """
      SELECT c.size, c.note, array_agg(s.line ORDER BY s.vkey_name, s.vkey_id) AS lines
      FROM cosignature s JOIN checkpoint c ON c.size = s.size
      WHERE s.size >= ? GROUP BY c.size, c.note ORDER BY c.size LIMIT ?
      """;
  private static final String LAST =
      """
      SELECT c.size, c.note, array_agg(s.line ORDER BY s.vkey_name, s.vkey_id) AS lines
      FROM cosignature s JOIN checkpoint c ON c.size = s.size
      WHERE s.size IN (SELECT DISTINCT size FROM cosignature ORDER BY size DESC LIMIT ?)
      GROUP BY c.size, c.note ORDER BY c.size DESC
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
    try (var select = connection.prepareStatement(LATEST)) {
      select.setString(1, key.name());
      select.setString(2, key.idHex());
      try (var row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /** The largest checkpoint this key has cosigned, with all its cosignatures. */
  Optional<SignedNote> newest(VerifierKey key) throws SQLException {
    var size = latest(key);
    return size == 0 ? Optional.empty() : from(size, 1).stream().findFirst();
  }

  /** Cosigned checkpoints of at least this size, the smallest first. */
  List<SignedNote> from(long size, int most) throws SQLException {
    try (var select = connection.prepareStatement(SIZES)) {
      select.setLong(1, size);
      select.setInt(2, most);
      return notes(select);
    }
  }

  /** The last cosigned checkpoints, the largest first. */
  List<SignedNote> last(int most) throws SQLException {
    try (var select = connection.prepareStatement(LAST)) {
      select.setInt(1, most);
      return notes(select);
    }
  }

  private static List<SignedNote> notes(PreparedStatement select) throws SQLException {
    var notes = new ArrayList<SignedNote>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        var lines = List.of((String[]) rows.getArray("lines").getArray());
        var note = SignedNote.parse(rows.getString("note").getBytes(StandardCharsets.UTF_8));
        notes.add(note.with(lines.stream().map(NoteSignature::parse).toList()));
      }
    }
    return notes;
  }
}
