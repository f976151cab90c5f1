package org.entente.audit.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.entente.audit.record.AccessRecord;
import org.entente.audit.sequencer.BatchPlan.Place;
import org.entente.log.CompactRange;
import org.entente.log.Growth;
import org.entente.log.LeafHash;
import org.entente.log.Tile;

/**
 * The statements of one batch's transaction: one round trip each, whatever the size of the batch.
 *
 * @param connection the leader's own
 */
record PostgresStatements(Connection connection) {

  private static final String KNOWN = "SELECT uid, idx, leaf_hash FROM idem WHERE uid = ANY (?)";
  // Every insert takes its rows from the swap: when that finds another head, there are none.
  private static final String MOVE =
      """
      WITH swapped AS (
        UPDATE log_state SET size = ?, root = ?, sequenced_ms = ?
        WHERE id = 1 AND size = ? AND root = ? AND epoch = ?
        RETURNING size, root, sequenced_ms
      ), entries AS (
        INSERT INTO entry (idx, leaf_hash, body, sequenced_ms, time_ms,
                           party, operation, outcome, code)
        SELECT ? + place - 1, leaf_hash, body, sequenced_ms, time_ms,
               party, operation, outcome, code
        FROM swapped, unnest(?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
          AS fresh (leaf_hash, body, time_ms, party, operation, outcome, code, place)
      ), disclosed AS (
        INSERT INTO disclosure (idx, actor, disclosures)
        SELECT ? + place - 1, actor, disclosures
        FROM swapped, unnest(?, ?) WITH ORDINALITY AS personal (actor, disclosures, place)
        WHERE disclosures <> ''
      ), keys AS (
        INSERT INTO idem (uid, idx, leaf_hash)
        SELECT uid, ? + place - 1, leaf_hash
        FROM swapped, unnest(?, ?) WITH ORDINALITY AS fresh (uid, leaf_hash, place)
      ), objects AS (
        INSERT INTO entry_object (object_id, idx)
        SELECT object_id, idx FROM swapped, unnest(?, ?) AS mention (object_id, idx)
      ), readers AS (
        INSERT INTO entry_reader (reader, idx)
        SELECT reader, idx FROM swapped, unnest(?, ?) AS sight (reader, idx)
      ), numbers AS (
        INSERT INTO client_seq (party, client, seq, idx)
        SELECT party, client, seq, ? + place - 1
        FROM swapped, unnest(?, ?, ?) WITH ORDINALITY AS counted (party, client, seq, place)
        WHERE seq > 0
      ), tiles AS (
        INSERT INTO tile (level, n, root, hashes)
        SELECT filled.* FROM swapped, unnest(?, ?, ?, ?) AS filled (level, n, root, hashes)
      )
      """;
  private static final String WRITE =
      MOVE
          + """
          INSERT INTO checkpoint (size, root, note, signed_ms)
          SELECT size, root, ?, sequenced_ms FROM swapped
          """;
  private static final String WRITE_UNSIGNED = MOVE + "SELECT size FROM swapped";
  private static final String SIGN =
      """
      INSERT INTO checkpoint (size, root, note, signed_ms)
      SELECT size, root, ?, sequenced_ms FROM log_state WHERE id = 1
      """;

  private static final String PUT_BACK =
      """
      WITH longer AS (
        UPDATE put_back SET end_idx = ?, at_ms = extract(epoch FROM now()) * 1000
        WHERE end_idx = ? AND told IS NULL RETURNING 1
      )
      INSERT INTO put_back (first_idx, end_idx, at_ms)
      SELECT ?, ?, extract(epoch FROM now()) * 1000 WHERE NOT EXISTS (SELECT 1 FROM longer)
      """;

  Map<UUID, Place> known(List<NewEntry> batch) throws SQLException {
    try (var select = connection.prepareStatement(KNOWN)) {
      new PostgresValues(select).addAll("uuid", uids(batch));
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
   * Moves the head and writes all that belongs to the move. The compare-and-swap every safety
   * argument rests on: it holds the row of the head until the end of the transaction, and fails
   * when anybody else moved the head or began a new epoch; then nothing is written.
   *
   * @param note the signed checkpoint of the grown tree
   * @throws Superseded when the swap fails
   */
  void write(Head old, Growth growth, List<NewEntry> fresh, String note, long timeMs)
      throws SQLException {
    try (var write = connection.prepareStatement(WRITE)) {
      addMove(new PostgresValues(write), old, growth, fresh, timeMs).add(note);
      if (write.executeUpdate() != 1) {
        throw new Superseded("another sequencer moved the log beyond " + old.size());
      }
    }
  }

  /**
   * The same without a checkpoint, which {@link #sign} must write before the commit.
   *
   * @throws Superseded when the swap fails
   */
  void writeUnsigned(Head old, Growth growth, List<NewEntry> entries, long timeMs)
      throws SQLException {
    try (var write = connection.prepareStatement(WRITE_UNSIGNED)) {
      addMove(new PostgresValues(write), old, growth, entries, timeMs);
      try (var row = write.executeQuery()) {
        if (!row.next()) {
          throw new Superseded("somebody else moved the log beyond " + old.size());
        }
      }
    }
  }

  /** Writes the checkpoint of the head as it is in this transaction. */
  void sign(String note) throws SQLException {
    try (var write = connection.prepareStatement(SIGN)) {
      new PostgresValues(write).add(note);
      write.executeUpdate();
    }
  }

  /** Notes that these entries came from elsewhere, as a part of those before them if it can be. */
  void notePutBack(long first, long end) throws SQLException {
    try (var write = connection.prepareStatement(PUT_BACK)) {
      new PostgresValues(write).add(end).add(first).add(first).add(end);
      write.executeUpdate();
    }
  }

  private static PostgresValues addMove(
      PostgresValues values, Head old, Growth growth, List<NewEntry> fresh, long timeMs)
      throws SQLException {
    addSwap(values, old, growth.range(), timeMs);
    addEntries(values.add(old.size()), fresh);
    addDisclosures(values.add(old.size()), fresh);
    values.add(old.size()).addAll("uuid", uids(fresh)).addAll("bytea", leaves(fresh));
    addPairs(values, old.size(), fresh, entry -> entry.content().objects());
    addPairs(values, old.size(), fresh, NewEntry::readers);
    addNumbers(values.add(old.size()), fresh);
    addTiles(values, growth.fullTiles());
    return values;
  }

  private static void addSwap(PostgresValues values, Head old, CompactRange grown, long timeMs)
      throws SQLException {
    values.add(grown.size()).add(grown.root().toByteArray()).add(timeMs);
    values.add(old.size()).add(old.range().root().toByteArray()).add(old.epoch());
  }

  private static void addEntries(PostgresValues values, List<NewEntry> fresh) throws SQLException {
    values
        .addAll("bytea", leaves(fresh))
        .addAll("bytea", bytes(fresh, NewEntry::body))
        .addAll("int8", contents(fresh, AccessRecord::timeMs))
        .addAll("text", contents(fresh, AccessRecord::party))
        .addAll("text", contents(fresh, AccessRecord::operation))
        .addAll("text", contents(fresh, entry -> entry.outcome().word()))
        .addAll("text", contents(fresh, AccessRecord::code));
  }

  /** One row for each entry that has any, which is nearly all of them. */
  private static void addDisclosures(PostgresValues values, List<NewEntry> fresh)
      throws SQLException {
    values
        .addAll("text", contents(fresh, AccessRecord::actor))
        .addAll("text", fresh.stream().map(NewEntry::disclosures).toArray());
  }

  /** Each text of each entry, with the entry's index. */
  private static void addPairs(
      PostgresValues values,
      long first,
      List<NewEntry> fresh,
      Function<NewEntry, Collection<String>> texts)
      throws SQLException {
    var all = new ArrayList<String>();
    var indices = new ArrayList<Long>();
    var index = first;
    for (var entry : fresh) {
      for (var text : texts.apply(entry)) {
        all.add(text);
        indices.add(index);
      }
      index++;
    }
    values.addAll("text", all.toArray()).addAll("int8", indices.toArray());
  }

  /** Zero stands for no number. The row goes with the disclosures, so without any there is none. */
  private static void addNumbers(PostgresValues values, List<NewEntry> fresh) throws SQLException {
    values
        .addAll("text", contents(fresh, AccessRecord::party))
        .addAll("text", contents(fresh, AccessRecord::actor))
        .addAll("int8", fresh.stream().map(PostgresStatements::number).toArray());
  }

  private static Long number(NewEntry entry) {
    return entry.disclosures().isEmpty() ? 0L : entry.content().number().orElse(0L);
  }

  private static void addTiles(PostgresValues values, List<Tile> full) throws SQLException {
    values
        .addAll("int2", full.stream().map(tile -> (short) tile.at().level()).toArray())
        .addAll("int8", full.stream().map(tile -> tile.at().n()).toArray())
        .addAll("bytea", bytes(full, tile -> tile.root().toByteArray()))
        .addAll("bytea", bytes(full, tile -> tile.hashes().toByteArray()));
  }

  private static Object[] uids(List<NewEntry> entries) {
    return contents(entries, AccessRecord::uid);
  }

  private static byte[][] leaves(List<NewEntry> entries) {
    return bytes(entries, entry -> entry.leaf().toByteArray());
  }

  private static Object[] contents(List<NewEntry> rows, Function<AccessRecord, ?> column) {
    return rows.stream().map(NewEntry::content).map(column).toArray();
  }

  private static <T> byte[][] bytes(List<T> rows, Function<T, byte[]> column) {
    return rows.stream().map(column).toArray(byte[][]::new);
  }
}
