package org.entente.audit.tree;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.entente.log.SignedNote;

/**
 * A committed checkpoint.
 *
 * @param note the signed note's text
 */
public record StoredCheckpoint(long size, String note) {

  private static final String LATEST =
      "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1";

  private static final String LATEST_TIME =
      "SELECT signed_ms FROM checkpoint ORDER BY size DESC LIMIT 1";

  /**
   * The newest one.
   *
   * @throws CheckpointUnknown before the first start
   */
  public static StoredCheckpoint latest(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(LATEST);
        var row = select.executeQuery()) {
      if (!row.next()) {
        throw new CheckpointUnknown();
      }
      return new StoredCheckpoint(row.getLong("size"), row.getString("note"));
    }
  }

  /** When the newest one was signed; the epoch before the first start. */
  public static Instant latestTime(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(LATEST_TIME);
        var row = select.executeQuery()) {
      return Instant.ofEpochMilli(row.next() ? row.getLong("signed_ms") : 0);
    }
  }

  /** The note, parsed. */
  public SignedNote signed() {
    return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
  }
}
