package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;

class GrowthTest {

  @Property(tries = 60)
  void batches_of_any_size_make_the_tree_and_tiles_of_one_batch(
      @ForAll @Size(max = 8) List<@IntRange(max = 700) Integer> batches) {
    InMemoryLog log = new InMemoryLog();
    int size = 0;
    for (int batch : batches) {
      Growth growth = log.append(InMemoryLog.numbered(size, size + batch));
      assertEquals(
          TileLayout.becomingFull(size, size + batch),
          growth.fullTiles().stream().map(Tile::at).toList());
      size += batch;
    }
    InMemoryLog whole = InMemoryLog.of(InMemoryLog.numbered(0, size));
    assertEquals(whole.range(), log.range());
    for (TileCoordinates at : TileLayout.becomingFull(0, size)) {
      assertEquals(whole.tile(at), log.tile(at));
    }
  }

  @Test
  void a_tile_on_the_second_level_is_made_of_roots_of_the_first() {
    InMemoryLog log = InMemoryLog.of(InMemoryLog.numbered(0, 65_000));
    Growth growth = log.append(InMemoryLog.numbered(65_000, 65_700));
    Tile upper = growth.fullTiles().getLast();
    assertEquals(new TileCoordinates(1, 0, 256), upper.at());
    assertEquals(log.tile(new TileCoordinates(0, 255, 256)).root(), upper.hash(255));
    assertEquals(
        CompactRange.empty().appendAll(InMemoryLog.numbered(0, 65_536)).root().node(),
        upper.root());
  }

  @Test
  void nothing_is_read_while_no_tile_becomes_full() {
    InMemoryLog log = InMemoryLog.of(InMemoryLog.numbered(0, 300));
    int before = log.reads();
    log.append(InMemoryLog.numbered(300, 400));
    assertEquals(before, log.reads());
    log.append(InMemoryLog.numbered(400, 600));
    assertEquals(before + 1, log.reads());
  }

  @Test
  void a_leaf_changed_in_the_store_is_noticed_before_it_becomes_a_tile() {
    InMemoryLog log = InMemoryLog.of(InMemoryLog.numbered(0, 300));
    log.overwriteLeaf(270, LeafHash.ofEntry(new byte[0]));
    Refused.with(Reason.STORED_HASH_MISMATCH, () -> log.append(InMemoryLog.numbered(300, 600)));
    assertEquals(300, log.size());
  }

  @Test
  void a_source_that_answers_something_else_is_a_defect() {
    CompactRange range = CompactRange.empty().appendAll(InMemoryLog.numbered(0, 300));
    assertThrows(
        IllegalStateException.class,
        () -> Growth.of(range, InMemoryLog.numbered(300, 600), places -> List.of()));
    assertThrows(
        IllegalStateException.class, () -> new ProofBuilder(places -> List.of(), 300).inclusion(0));
  }

  @Test
  void there_are_no_proofs_for_entries_that_are_not_there() {
    ProofBuilder proofs = InMemoryLog.of(InMemoryLog.numbered(0, 3)).proofs();
    assertThrows(IllegalArgumentException.class, () -> proofs.inclusion(3));
    assertThrows(IllegalArgumentException.class, () -> proofs.inclusion(-1));
    assertThrows(IllegalArgumentException.class, () -> proofs.consistency(4));
    assertThrows(IllegalArgumentException.class, () -> proofs.consistency(-1));
  }

  @Test
  void a_stored_compact_range_of_another_size_is_refused() {
    byte[] stored = CompactRange.empty().appendAll(InMemoryLog.numbered(0, 5)).toByteArray();
    Refused.with(
        Reason.ENCODING_MALFORMED,
        () -> CompactRange.parse(java.util.Arrays.copyOf(stored, stored.length - 1)));
    Refused.with(Reason.ENCODING_MALFORMED, () -> CompactRange.parse(new byte[7]));
    stored[7] = 4;
    Refused.with(Reason.ENCODING_MALFORMED, () -> CompactRange.parse(stored));
  }
}
