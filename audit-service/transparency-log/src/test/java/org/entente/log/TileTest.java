package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1234067, 256, tile/0/x001/x234/067",
    "0, 255, 256, tile/0/255",
    "0, 1000, 256, tile/0/x001/000",
    "2, 123456789, 256, tile/2/x123/x456/789",
    "15, 123456789, 41, tile/15/x123/x456/789.p/41",
    "0, 0, 1, tile/0/000.p/1",
    "63, 999, 255, tile/63/999.p/255"
  })
  void paths_as_c2sp_spells_them(int level, long n, int width, String path) {
    TileCoordinates tile = new TileCoordinates(level, n, width);
    assertEquals(path, tile.path());
    assertEquals(tile, TilePath.parse(path));
    EntryBundleCoordinates bundle = new EntryBundleCoordinates(n, width);
    assertEquals(bundle, TilePath.parse(path.replaceFirst("tile/[0-9]+/", "tile/entries/")));
  }

  @Property
  void every_path_comes_back(
      @ForAll @IntRange(max = 63) int level,
      @ForAll @LongRange(max = TilePath.MAX_INDEX) long n,
      @ForAll @IntRange(min = 1, max = 256) int width) {
    TilePath tile = new TileCoordinates(level, n, width);
    TilePath bundle = new EntryBundleCoordinates(n, width);
    assertEquals(tile, TilePath.parse(tile.path()));
    assertEquals(bundle, TilePath.parse(bundle.path()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "checkpoint",
        "tile/0",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000/000",
        "tile/0/001/000",
        "tile/0/x001",
        "tile/0/X001/000",
        "tile/00/000",
        "tile/01/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/-01",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/000.p/1/",
        "tile/0/../../etc",
        "tile/data/000",
        "tile/entries/000.p/256",
        "tile/0/x036/x028/x797/x018/x963/968",
        "tile/0/x999/x999/x999/x999/x999/999",
        "tile/0/x001/x000/x000/x000/x000/x000/000",
        "tile/0/\u0661\u0662\u0663",
        "tile/0/000\n"
      })
  void paths_that_are_none(String path) {
    Refused.with(Reason.ENCODING_MALFORMED, () -> TilePath.parse(path));
  }

  @Test
  void the_tiles_of_70000_entries() {
    List<TileCoordinates> full = TileLayout.becomingFull(0, 70_000);
    assertEquals(273 + 1, full.size());
    assertEquals(new TileCoordinates(0, 272, 256), full.get(272));
    assertEquals(new TileCoordinates(1, 0, 256), full.get(273));
    assertEquals(112, TileLayout.width(0, 273, 70_000));
    assertEquals(17, TileLayout.width(1, 1, 70_000));
    assertEquals(1, TileLayout.width(2, 0, 70_000));
    assertEquals(0, TileLayout.width(3, 0, 70_000));
    assertEquals(256, TileLayout.width(0, 272, 70_000));
    assertEquals(0, TileLayout.width(0, 274, 70_000));
  }

  @Test
  void a_tree_has_the_tiles_up_to_its_size_and_no_others() {
    assertTrue(TileLayout.contains(300, new TileCoordinates(0, 1, 44)));
    assertTrue(TileLayout.contains(300, new TileCoordinates(0, 1, 43)));
    assertTrue(TileLayout.contains(300, new TileCoordinates(1, 0, 1)));
    assertTrue(TileLayout.contains(300, new EntryBundleCoordinates(0, 256)));
    assertFalse(TileLayout.contains(300, new TileCoordinates(0, 1, 45)));
    assertFalse(TileLayout.contains(300, new TileCoordinates(1, 0, 2)));
    assertFalse(TileLayout.contains(300, new TileCoordinates(7, 0, 1)));
    assertFalse(TileLayout.contains(300, new TileCoordinates(63, 0, 1)));
    assertFalse(TileLayout.contains(300, new TileCoordinates(0, TilePath.MAX_INDEX, 1)));
    assertFalse(TileLayout.contains(300, new EntryBundleCoordinates(1, 45)));
    assertFalse(TileLayout.contains(0, new EntryBundleCoordinates(0, 1)));
    assertTrue(
        TileLayout.contains(
            Long.MAX_VALUE, new TileCoordinates(0, TilePath.MAX_INDEX, TilePath.FULL - 1)));
  }

  @Property(tries = 200)
  void each_tile_becomes_full_exactly_once(
      @ForAll @IntRange(max = 200_000) int size, @ForAll @IntRange(max = 200_000) int step) {
    List<TileCoordinates> first = TileLayout.becomingFull(0, size);
    List<TileCoordinates> then = TileLayout.becomingFull(size, size + step);
    assertEquals(TileLayout.becomingFull(0, size + step).size(), first.size() + then.size());
    assertTrue(first.stream().noneMatch(then::contains));
  }

  @Test
  void a_tile_with_the_wrong_number_of_bytes_is_refused() {
    TileCoordinates at = new TileCoordinates(0, 0, 2);
    Refused.with(Reason.ENCODING_MALFORMED, () -> Tile.of(at, new byte[63]));
    Refused.with(Reason.ENCODING_MALFORMED, () -> Tile.of(at, new byte[65]));
    Refused.with(Reason.ENCODING_MALFORMED, () -> Tile.of(at, new byte[64]).root());
    assertEquals(Tile.of(at, new byte[64]).prefix(1).hash(0), NodeHash.of(new byte[32]));
  }

  @Test
  void numbers_outside_the_ranges_are_refused() {
    Refused.with(Reason.ENCODING_MALFORMED, () -> new TileCoordinates(-1, 0, 1));
    Refused.with(Reason.ENCODING_MALFORMED, () -> new TileCoordinates(0, -1, 1));
    Refused.with(Reason.ENCODING_MALFORMED, () -> new TileCoordinates(0, 0, 0));
    Refused.with(Reason.ENCODING_MALFORMED, () -> new EntryBundleCoordinates(0, 257));
  }

  @Property(tries = 100)
  void bundles_come_back(@ForAll List<byte[]> contents) {
    List<Octets> entries = contents.stream().limit(256).map(Octets::of).toList();
    if (entries.isEmpty()) {
      Refused.with(Reason.ENCODING_MALFORMED, () -> EntryBundle.encode(entries));
    } else {
      assertEquals(entries, EntryBundle.parse(EntryBundle.encode(entries)));
    }
  }

  @Test
  void the_longest_entry_and_bundle_fit_and_longer_ones_do_not() {
    Octets longest = Octets.of(new byte[EntryBundle.MAX_ENTRY_BYTES]);
    List<Octets> most = IntStream.range(0, 256).mapToObj(i -> longest).toList();
    assertEquals(most, EntryBundle.parse(EntryBundle.encode(most)));
    Octets tooLong = Octets.of(new byte[EntryBundle.MAX_ENTRY_BYTES + 1]);
    Refused.with(Reason.ENCODING_MALFORMED, () -> EntryBundle.encode(List.of(tooLong)));
    List<Octets> tooMany = IntStream.range(0, 257).mapToObj(i -> Octets.EMPTY).toList();
    Refused.with(Reason.ENCODING_MALFORMED, () -> EntryBundle.encode(tooMany));
    Refused.with(Reason.ENCODING_MALFORMED, () -> EntryBundle.parse(new byte[2 * 257]));
  }

  @Test
  void a_bundle_that_ends_within_an_entry_is_refused() {
    Refused.with(Reason.ENCODING_MALFORMED, () -> EntryBundle.parse(new byte[0]));
    Refused.with(Reason.ENCODING_MALFORMED, () -> EntryBundle.parse(new byte[] {0}));
    Refused.with(Reason.ENCODING_MALFORMED, () -> EntryBundle.parse(new byte[] {0, 1}));
    Refused.with(Reason.ENCODING_MALFORMED, () -> EntryBundle.parse(new byte[] {0, 1, 65, 0}));
  }
}
