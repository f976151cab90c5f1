package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.EntryBundle;
import org.entente.log.LeafHash;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A monitor that trusts nothing but the checkpoint's signatures can follow the log. */
@QuarkusTest
class TileTest extends ServiceTest {

  @BeforeEach
  void have_more_than_two_full_tiles() {
    var records = Stream.generate(SampleRecord::fresh).limit(600).map(SampleRecord::json);
    indicatorService()
        .request()
        .contentType("application/x-ndjson")
        .body(records.collect(Collectors.joining("\n")))
        .post("/v1/entries/batch")
        .then()
        .statusCode(200);
  }

  private Checkpoint checkpoint() {
    var note =
        client("eu", "eu-feed")
            .request()
            .get("/checkpoint")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-cache")
            .extract()
            .asByteArray();
    return exchange.policy().verify(SignedNote.parse(note));
  }

  private byte[] get(TilePath path) {
    return client("eu", "eu-feed")
        .request()
        .get("/" + path.path())
        .then()
        .statusCode(200)
        .contentType("application/octet-stream")
        .extract()
        .asByteArray();
  }

  private List<Tile> tiles(List<TileCoordinates> places) {
    return places.stream().map(place -> Tile.of(place, get(place))).toList();
  }

  @Test
  void whoever_reads_entries_is_told_what_was_recorded_of_it() {
    var size = checkpoint().size();

    var answer = auditor().get("/tile/entries/000").then().statusCode(200).extract();

    var record = Base64.getUrlDecoder().decode(answer.header("Audit-Record"));
    var after = checkpoint();
    var last = (after.size() - 1) / TilePath.FULL;
    var width = (int) (after.size() - last * TilePath.FULL);
    var tile = tiles(List.of(new TileCoordinates(0, last, width))).getFirst();
    assertTrue(after.size() > size);
    assertTrue(tile.toList().contains(LeafHash.ofEntry(record).node()));
    assertTrue(new String(record, StandardCharsets.UTF_8).contains("log.getEntries"));
  }

  @Test
  void tiles_hash_to_the_checkpoint_and_prove_that_the_log_only_grew() {
    var before = checkpoint();
    appended(SampleRecord.fresh());
    var after = checkpoint();

    var proofs = new ProofBuilder(this::tiles, after.size());

    assertEquals(after.root(), proofs.range().root());
    proofs.consistency(before.size()).verify(before.root(), after.root());
  }

  @Test
  void entries_hash_to_the_checkpoint() {
    var checkpoint = checkpoint();
    var range = CompactRange.empty();
    for (long n = 0; n * 256 < checkpoint.size(); n++) {
      var width = (int) Math.min(256, checkpoint.size() - n * 256);
      range = range.appendAll(leaves(n, width));
    }

    assertEquals(checkpoint.root(), range.root());
  }

  private List<LeafHash> leaves(long n, int width) {
    var path = new org.entente.log.EntryBundleCoordinates(n, width).path();
    var bundle = auditor().get("/" + path).then().statusCode(200).extract().asByteArray();
    var leaves = new ArrayList<LeafHash>();
    EntryBundle.parse(bundle).forEach(e -> leaves.add(LeafHash.ofEntry(e.toByteArray())));
    return leaves;
  }

  @Test
  void reading_entries_is_an_entry() {
    var before = recorded("operation = 'log.getEntries' AND outcome = 'allowed'");

    auditor().get("/tile/entries/000").then().statusCode(200);

    assertEquals(before + 1, recorded("operation = 'log.getEntries' AND outcome = 'allowed'"));
  }

  @Test
  void a_partial_tile_stays_available_when_the_full_one_exists() {
    var full = get(new TileCoordinates(0, 0, 256));
    var part = get(new TileCoordinates(0, 0, 17));

    assertEquals(8192, full.length);
    assertArrayEquals(java.util.Arrays.copyOf(full, 17 * 32), part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tile/0/x999/999",
        "/tile/5/000",
        "/tile/0/000.p/0",
        "/tile/0/000.p/256",
        "/tile/0/0",
        "/tile/0/000/000",
        "/tile/99/000",
        "/tile/0/-01"
      })
  void what_is_no_tile_of_the_tree_is_not_found(String path) {
    gateway().request().get(path).then().statusCode(404).body("code", equalTo("TILE_UNKNOWN"));
  }

  @Test
  void what_is_no_bundle_is_not_found_and_recorded() {
    var before = recorded("operation = 'log.getEntries' AND code = 'TILE_UNKNOWN'");

    auditor().get("/tile/entries/x999/999").then().statusCode(404);

    assertEquals(before + 1, recorded("operation = 'log.getEntries' AND code = 'TILE_UNKNOWN'"));
  }
}
