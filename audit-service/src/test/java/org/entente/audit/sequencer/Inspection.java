package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.entente.audit.record.RecordParser;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.LeafHash;
import org.entente.log.RootHash;
import org.entente.log.SignedNote;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TileLayout;

/** Reads a whole log from its tables and checks the invariants, trusting none of its hashes. */
final class Inspection {

  private final List<LeafHash> leaves = new ArrayList<>();
  private final Map<UUID, Long> indices = new HashMap<>();
  private final List<RootHash> roots = new ArrayList<>();

  private Inspection(Connection connection) throws SQLException {
    readEntries(connection);
    checkHead(connection);
    checkKeys(connection);
    checkReaders(connection);
    checkTiles(connection);
    checkCheckpoints(connection);
  }

  static Inspection of(DataSource database) throws SQLException {
    try (var connection = database.getConnection()) {
      return new Inspection(connection);
    }
  }

  int size() {
    return leaves.size();
  }

  /** The one index of this entry's key. */
  long indexOf(NewEntry entry) {
    return indices.getOrDefault(entry.content().uid(), -1L);
  }

  /** I1 dense, I4 one index per key, I8 time, I9 bodies hash to their leaves. */
  private void readEntries(Connection connection) throws SQLException {
    try (var rows = query(connection, "SELECT * FROM entry ORDER BY idx")) {
      var range = CompactRange.empty();
      roots.add(range.root());
      var time = 0L;
      while (rows.next()) {
        assertEquals(leaves.size(), rows.getLong("idx"), "I1: indices are dense");
        var leaf = LeafHash.ofEntry(rows.getBytes("body"));
        assertEquals(leaf, LeafHash.of(rows.getBytes("leaf_hash")), "I9: bodies hash to leaves");
        var uid = RecordParser.leaf(rows.getBytes("body")).uid();
        var earlier = indices.put(uid, rows.getLong("idx"));
        assertEquals(null, earlier, "I4: one index per key");
        assertTrue(rows.getLong("sequenced_ms") >= time, "I8: time never decreases");
        time = rows.getLong("sequenced_ms");
        leaves.add(leaf);
        range = range.append(leaf);
        roots.add(range.root());
      }
    }
  }

  /** I1: the head is the root of all entries. */
  private void checkHead(Connection connection) throws SQLException {
    try (var row = query(connection, "SELECT size, root FROM log_state")) {
      assertTrue(row.next());
      assertEquals(leaves.size(), row.getLong("size"), "I1: size");
      assertEquals(roots.getLast(), RootHash.of(row.getBytes("root")), "I1: root");
    }
  }

  /** I4: the keys are those of the entries. */
  private void checkKeys(Connection connection) throws SQLException {
    var known = new HashMap<UUID, Long>();
    try (var rows = query(connection, "SELECT uid, idx FROM idem")) {
      while (rows.next()) {
        known.put(rows.getObject("uid", UUID.class), rows.getLong("idx"));
      }
    }
    assertEquals(indices, known, "I4: keys lead to their entries");
  }

  /** Each entry of these logs is its own party's to read, and nobody else's. */
  private void checkReaders(Connection connection) throws SQLException {
    var readers = "SELECT idx, reader FROM entry_reader ORDER BY 1, 2";
    var parties = "SELECT idx, party FROM entry ORDER BY 1";
    assertEquals(pairs(connection, parties), pairs(connection, readers), "readers of entries");
  }

  private static List<String> pairs(Connection connection, String sql) throws SQLException {
    var pairs = new ArrayList<String>();
    try (var rows = query(connection, sql)) {
      while (rows.next()) {
        pairs.add(rows.getLong(1) + " " + rows.getString(2));
      }
    }
    return pairs;
  }

  /** Exactly the full tiles, and each as its hashes below say. */
  private void checkTiles(Connection connection) throws SQLException {
    var expected = TileLayout.becomingFull(0, leaves.size()).stream().map(this::tile).toList();
    var stored = new ArrayList<Tile>();
    var sql = "SELECT level, n, root, hashes FROM tile ORDER BY level, n";
    try (var rows = query(connection, sql)) {
      while (rows.next()) {
        var at = new TileCoordinates(rows.getInt("level"), rows.getLong("n"), 256);
        var tile = Tile.of(at, rows.getBytes("hashes"));
        assertEquals(
            tile.root(), new RootHash(org.entente.log.NodeHash.of(rows.getBytes("root"))).node());
        stored.add(tile);
      }
    }
    assertEquals(expected, stored, "exactly the full tiles are stored");
  }

  private Tile tile(TileCoordinates at) {
    assertEquals(0, at.level(), "these logs are small");
    var first = Math.toIntExact(at.firstHash());
    var hashes = leaves.subList(first, first + 256).stream().map(LeafHash::node).toList();
    return Tile.of(at.level(), at.n(), hashes);
  }

  /** I3: one root per size, each that of its prefix of the entries, each signed by both keys. */
  private void checkCheckpoints(Connection connection) throws SQLException {
    var time = 0L;
    try (var rows = query(connection, "SELECT * FROM checkpoint ORDER BY size")) {
      while (rows.next()) {
        var note = SignedNote.parse(rows.getString("note").getBytes(StandardCharsets.UTF_8));
        assertEquals(
            2, note.verify(List.of(TestLog.KEYS.ed25519(), TestLog.KEYS.mlDsa44())).size());
        var checkpoint = Checkpoint.parse(note.text());
        assertEquals(rows.getLong("size"), checkpoint.size());
        var root = roots.get(Math.toIntExact(checkpoint.size()));
        assertEquals(root, checkpoint.root(), "I3: the signed root is that of the entries");
        assertTrue(rows.getLong("signed_ms") >= time, "I8: time never decreases");
        time = rows.getLong("signed_ms");
      }
    }
  }

  private static ResultSet query(Connection connection, String sql) throws SQLException {
    var statement = connection.createStatement();
    statement.closeOnCompletion();
    return statement.executeQuery(sql);
  }
}
