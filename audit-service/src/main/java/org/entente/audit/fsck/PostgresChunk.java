package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.audit.fsck.Chunk.Derived;
import org.entente.audit.fsck.Chunk.KeyTarget;
import org.entente.audit.fsck.Chunk.Mention;
import org.entente.audit.fsck.Chunk.SignedRoot;
import org.entente.audit.fsck.Chunk.StoredTile;
import org.entente.log.LeafHash;
import org.entente.log.Octets;
import org.entente.log.RootHash;
import org.entente.log.TileCoordinates;
import org.entente.log.TileLayout;

/**
 * Reads one stretch of the log; a handful of statements, whatever is in it.
 *
 * @param connection in one snapshot for all of them
 */
record PostgresChunk(Connection connection) {

  private static final String ENTRIES =
      """
      SELECT idx, leaf_hash, body, sequenced_ms, time_ms, party, operation, outcome, code
      FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx
      """;
  private static final String SINCE = "SELECT sequenced_ms FROM entry WHERE idx = ?";
  private static final String TILE = "SELECT root, hashes FROM tile WHERE level = ? AND n = ?";
  private static final String CHECKPOINTS =
      "SELECT size, root, note, signed_ms FROM checkpoint WHERE size > ? AND size <= ? ORDER BY size";
  private static final String KEYS = "SELECT uid, idx, leaf_hash FROM idem WHERE uid = ANY (?)";
  private static final String OBJECTS =
      "SELECT object_id, idx FROM entry_object WHERE object_id = ANY (?) AND idx >= ? AND idx < ?";
  // There are few readers, so that their index is skipped through; none begins with idx.
  private static final String READERS =
      "SELECT reader, idx FROM entry_reader WHERE idx >= ? AND idx < ?";

  Chunk read(long from, long to) throws SQLException {
    var rows = rows(from, to);
    var derived =
        new Derived(
            keys(rows),
            objects(rows, from, to),
            readers(from, to),
            new PostgresPersonal(connection).read(from, to));
    return new Chunk(from, to, since(from), rows, tiles(from, to), checkpoints(from, to), derived);
  }

  private long since(long from) throws SQLException {
    try (var select = connection.prepareStatement(SINCE)) {
      select.setLong(1, from - 1);
      try (var row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : Long.MIN_VALUE;
      }
    }
  }

  private List<Row> rows(long from, long to) throws SQLException {
    var found = new ArrayList<Row>();
    try (var select = ranged(ENTRIES, from, to);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            Row.of(
                rows.getLong("idx"),
                LeafHash.of(rows.getBytes("leaf_hash")),
                Octets.of(rows.getBytes("body")),
                rows.getLong("sequenced_ms"),
                columns(rows)));
      }
    }
    return found;
  }

  private static Columns columns(ResultSet row) throws SQLException {
    return new Columns(
        row.getLong("time_ms"),
        row.getString("party"),
        row.getString("operation"),
        row.getString("outcome"),
        row.getString("code"));
  }

  private Map<TileCoordinates, StoredTile> tiles(long from, long to) throws SQLException {
    var found = new HashMap<TileCoordinates, StoredTile>();
    try (var select = connection.prepareStatement(TILE)) {
      for (var at : TileLayout.becomingFull(from, to)) {
        select.setInt(1, at.level());
        select.setLong(2, at.n());
        try (var row = select.executeQuery()) {
          if (row.next()) {
            var root = RootHash.of(row.getBytes("root"));
            found.put(at, new StoredTile(root, Octets.of(row.getBytes("hashes"))));
          }
        }
      }
    }
    return found;
  }

  /** The first stretch has the checkpoint of the empty log, too. */
  private List<SignedRoot> checkpoints(long from, long to) throws SQLException {
    var found = new ArrayList<SignedRoot>();
    try (var select = ranged(CHECKPOINTS, from == 0 ? -1 : from, to);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new SignedRoot(
                rows.getLong("size"),
                RootHash.of(rows.getBytes("root")),
                rows.getString("note"),
                rows.getLong("signed_ms")));
      }
    }
    return found;
  }

  private Map<UUID, KeyTarget> keys(List<Row> rows) throws SQLException {
    var uids = rows.stream().flatMap(row -> row.content().stream()).map(c -> c.uid()).toArray();
    var found = new HashMap<UUID, KeyTarget>();
    try (var select = connection.prepareStatement(KEYS)) {
      select.setArray(1, connection.createArrayOf("uuid", uids));
      try (var keys = select.executeQuery()) {
        while (keys.next()) {
          var key = new KeyTarget(keys.getLong("idx"), Octets.of(keys.getBytes("leaf_hash")));
          found.put(keys.getObject("uid", UUID.class), key);
        }
      }
    }
    return found;
  }

  private Set<Mention> objects(List<Row> rows, long from, long to) throws SQLException {
    var ids = Chunk.mentions(rows).map(Mention::object).distinct().toArray();
    var found = new HashSet<Mention>();
    try (var select = connection.prepareStatement(OBJECTS)) {
      select.setArray(1, connection.createArrayOf("text", ids));
      select.setLong(2, from);
      select.setLong(3, to);
      try (var mentions = select.executeQuery()) {
        while (mentions.next()) {
          found.add(new Mention(mentions.getString("object_id"), mentions.getLong("idx")));
        }
      }
    }
    return found;
  }

  private Map<Long, Set<String>> readers(long from, long to) throws SQLException {
    var found = new HashMap<Long, Set<String>>();
    try (var select = ranged(READERS, from, to);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        found
            .computeIfAbsent(rows.getLong("idx"), _ -> new TreeSet<>())
            .add(rows.getString("reader"));
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
