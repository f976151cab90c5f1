package org.entente.audit.sequencer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.entente.audit.record.AccessRecord;
import org.entente.audit.sequencer.BatchPlan.Place;
import org.entente.log.CompactRange;
import org.entente.log.LeafHash;
import org.entente.log.Tile;

/**
 * The statements of one batch's transaction: one round trip each, whatever the size of the batch.
 *
 * @param connection the leader's own
 */
record PostgresStatements(Connection connection) {

  private static final String KNOWN = "SELECT uid, idx, leaf_hash FROM idem WHERE uid = ANY (?)";
  private static final String SWAP =
      """
      UPDATE log_state SET size = ?, root = ?, sequenced_ms = ?
      WHERE id = 1 AND size = ? AND root = ? AND epoch = ?
      """;
  private static final String ENTRIES =
      """
      INSERT INTO entry (idx, leaf_hash, body, sequenced_ms, time_ms,
                         party, actor, operation, outcome, code)
      SELECT ? + place - 1, leaf_hash, body, ?, time_ms, party, actor, operation, outcome, code
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
        AS fresh (leaf_hash, body, time_ms, party, actor, operation, outcome, code, place)
      """;
  private static final String KEYS =
      """
      INSERT INTO idem (uid, idx, leaf_hash)
      SELECT uid, ? + place - 1, leaf_hash
      FROM unnest(?, ?) WITH ORDINALITY AS fresh (uid, leaf_hash, place)
      """;
  private static final String OBJECTS =
      "INSERT INTO entry_object (object_id, idx) SELECT * FROM unnest(?, ?)";
  private static final String TILES =
      "INSERT INTO tile (level, n, root, hashes) SELECT * FROM unnest(?, ?, ?, ?)";
  private static final String CHECKPOINT =
      "INSERT INTO checkpoint (size, root, note, signed_ms) VALUES (?, ?, ?, ?)";

  Map<UUID, Place> known(List<NewEntry> batch) throws SQLException {
    try (var select = connection.prepareStatement(KNOWN)) {
      var keys = batch.stream().map(entry -> entry.content().uid()).toArray();
      select.setArray(1, connection.createArrayOf("uuid", keys));
      var known = new HashMap<UUID, Place>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var leaf = LeafHash.of(rows.getBytes("leaf_hash"));
          known.put(rows.getObject("uid", UUID.class), new Place(rows.getLong("idx"), leaf));
        }
      }
      return known;
    }
  }

  /**
   * The compare-and-swap every safety argument rests on: it holds the row until the end of the
   * transaction, and fails when anybody else moved the head or began a new epoch.
   */
  void swap(Head old, CompactRange grown, long timeMs) throws SQLException {
    try (var update = connection.prepareStatement(SWAP)) {
      update.setLong(1, grown.size());
      update.setBytes(2, grown.root().toByteArray());
      update.setLong(3, timeMs);
      update.setLong(4, old.size());
      update.setBytes(5, old.range().root().toByteArray());
      update.setLong(6, old.epoch());
      if (update.executeUpdate() != 1) {
        throw new Superseded("another sequencer moved the log beyond " + old.size());
      }
    }
  }

  void insertEntries(List<NewEntry> fresh, long first, long timeMs) throws SQLException {
    try (var insert = connection.prepareStatement(ENTRIES)) {
      insert.setLong(1, first);
      insert.setLong(2, timeMs);
      array(insert, 3, "bytea", leaves(fresh));
      array(insert, 4, "bytea", fresh.stream().map(NewEntry::body).toArray(byte[][]::new));
      array(insert, 5, "int8", fresh.stream().map(e -> e.content().timeMs()).toArray());
      texts(insert, 6, fresh, AccessRecord::party);
      texts(insert, 7, fresh, AccessRecord::actor);
      texts(insert, 8, fresh, AccessRecord::operation);
      texts(insert, 9, fresh, entry -> entry.outcome().word());
      texts(insert, 10, fresh, AccessRecord::code);
      insert.executeUpdate();
    }
  }

  void insertKeys(List<NewEntry> fresh, long first) throws SQLException {
    try (var insert = connection.prepareStatement(KEYS)) {
      insert.setLong(1, first);
      array(insert, 2, "uuid", fresh.stream().map(e -> e.content().uid()).toArray());
      array(insert, 3, "bytea", leaves(fresh));
      insert.executeUpdate();
    }
  }

  void insertObjects(List<NewEntry> fresh, long first) throws SQLException {
    record Mention(String object, long index) {}
    var mentions = new ArrayList<Mention>();
    var index = first;
    for (var entry : fresh) {
      for (var object : entry.content().objects()) {
        mentions.add(new Mention(object, index));
      }
      index++;
    }
    if (mentions.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(OBJECTS)) {
      array(insert, 1, "text", mentions.stream().map(Mention::object).toArray());
      array(insert, 2, "int8", mentions.stream().map(Mention::index).toArray());
      insert.executeUpdate();
    }
  }

  void insertTiles(List<Tile> full) throws SQLException {
    if (full.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(TILES)) {
      array(insert, 1, "int2", full.stream().map(tile -> (short) tile.at().level()).toArray());
      array(insert, 2, "int8", full.stream().map(tile -> tile.at().n()).toArray());
      array(insert, 3, "bytea", bytes(full, tile -> tile.root().toByteArray()));
      array(insert, 4, "bytea", bytes(full, tile -> tile.hashes().toByteArray()));
      insert.executeUpdate();
    }
  }

  void insertCheckpoint(CompactRange range, String note, long timeMs) throws SQLException {
    try (var insert = connection.prepareStatement(CHECKPOINT)) {
      insert.setLong(1, range.size());
      insert.setBytes(2, range.root().toByteArray());
      insert.setString(3, note);
      insert.setLong(4, timeMs);
      insert.executeUpdate();
    }
  }

  private static byte[][] leaves(List<NewEntry> fresh) {
    return bytes(fresh, entry -> entry.leaf().toByteArray());
  }

  private static <T> byte[][] bytes(List<T> rows, Function<T, byte[]> column) {
    return rows.stream().map(column).toArray(byte[][]::new);
  }

  private void texts(
      PreparedStatement insert, int at, List<NewEntry> rows, Function<AccessRecord, String> column)
      throws SQLException {
    array(insert, at, "text", rows.stream().map(NewEntry::content).map(column).toArray());
  }

  private void array(PreparedStatement insert, int at, String type, Object[] values)
      throws SQLException {
    insert.setArray(at, connection.createArrayOf(type, values));
  }
}
