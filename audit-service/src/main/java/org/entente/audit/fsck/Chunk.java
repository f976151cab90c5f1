package org.entente.audit.fsck;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.log.Octets;
import org.entente.log.RootHash;
import org.entente.log.TileCoordinates;

/**
 * One stretch of the stored log, of at most one full tile of entries, and all that must fit it.
 *
 * @param from index of the first entry; a multiple of 256
 * @param to behind the last one
 * @param since when the entry before the first was sequenced
 * @param rows the entries that are there, in order
 * @param tiles that become full in this stretch and are there
 * @param checkpoints of the sizes in it, in order
 */
record Chunk(
    long from,
    long to,
    long since,
    List<Row> rows,
    Map<TileCoordinates, StoredTile> tiles,
    List<SignedRoot> checkpoints,
    Derived derived) {

  Chunk {
    rows = List.copyOf(rows);
    tiles = Map.copyOf(tiles);
    checkpoints = List.copyOf(checkpoints);
  }

  /** A full tile's row. */
  record StoredTile(RootHash root, Octets hashes) {}

  /** A checkpoint's row. */
  record SignedRoot(long size, RootHash root, String note, long signedMs) {}

  /** Where a key leads. */
  record KeyTarget(long index, Octets leaf) {}

  /**
   * What is derived from the entries, or kept beside them.
   *
   * @param keys of the entries' records that are there
   * @param objects of these records: pairs of id and index that are there
   * @param readers by index
   * @param personal by index; none where it was erased
   */
  record Derived(
      Map<UUID, KeyTarget> keys,
      Set<Mention> objects,
      Map<Long, Set<String>> readers,
      Map<Long, Personal> personal) {
    Derived {
      keys = Map.copyOf(keys);
      objects = Set.copyOf(objects);
      readers = Map.copyOf(readers);
      personal = Map.copyOf(personal);
    }
  }

  /**
   * What is kept of an entry until it is erased.
   *
   * @param actor as it is searched
   * @param disclosures each followed by a tilde
   * @param numbers the clients' own that lead to it
   */
  record Personal(String actor, String disclosures, Set<Counted> numbers) {
    Personal {
      numbers = Set.copyOf(numbers);
    }
  }

  /** A client's own number. */
  record Counted(String party, String client, long number) {}

  /** That an entry is about an object. */
  record Mention(String object, long index) {}

  /** What {@code entry_object} must have for these entries. */
  static Stream<Mention> mentions(List<Row> rows) {
    return rows.stream()
        .flatMap(row ->
            row.content().stream()
                .flatMap(content -> content.objects().stream())
                .map(object -> new Mention(object, row.index())));
  }
}
