package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.audit.disclosure.Disclosure;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.LeafHash;
import org.entente.log.Octets;
import org.entente.log.RootHash;
import org.entente.log.SignedNote;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TilePath;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person did is forgotten, and every proof of what happened stays. */
@QuarkusTest
class ErasureTest extends ServiceTest {

  private final String person = "analyst-" + UUID.randomUUID();
  private final String object = "indicator--" + UUID.randomUUID();

  private ValidatableResponse erase(String party, String actor, String reason) {
    return auditor()
        .contentType("application/json")
        .body(
            """
            {"party":"%s","actor":"%s","reason":"%s"}
            """
                .formatted(party, actor, reason))
        .post("/v1/erasures")
        .then();
  }

  private JsonPath search(String query) {
    var answer = auditor().get("/v1/search?" + query).then();
    return answer.statusCode(200).extract().jsonPath();
  }

  private byte[] receipt(String leaf) {
    return auditor().get("/v1/receipts/" + leaf).then().statusCode(200).extract().asByteArray();
  }

  /** All entries from 0 on, as their bundles have them and their hash tiles confirm. */
  private List<Octets> entries(long size) {
    var entries = new ArrayList<Octets>();
    for (var n = 0L; n * TilePath.FULL < size; n++) {
      var width = (int) Math.min(TilePath.FULL, size - n * TilePath.FULL);
      var at = new TileCoordinates(0, n, width);
      var bundle = EntryBundle.parse(get(new EntryBundleCoordinates(n, width)));
      var leaves = bundle.stream().map(e -> LeafHash.ofEntry(e.toByteArray()).node()).toList();
      assertEquals(Tile.of(at, get(at)).toList(), leaves);
      entries.addAll(bundle);
    }
    return entries;
  }

  private byte[] get(TilePath path) {
    return auditor().get("/" + path.path()).then().statusCode(200).extract().asByteArray();
  }

  private Checkpoint checkpoint() {
    var note = auditor().get("/checkpoint").then().statusCode(200).extract().asByteArray();
    return exchange.policy().verify(SignedNote.parse(note));
  }

  private static RootHash root(List<Octets> entries) {
    var range = CompactRange.empty();
    for (var entry : entries) {
      range = range.append(LeafHash.ofEntry(entry.toByteArray()));
    }
    return range.root();
  }

  private List<SampleRecord> accesses() {
    return Stream.generate(SampleRecord::fresh)
        .limit(3)
        .map(sample -> sample.of("eu", person).about(object))
        .toList();
  }

  @Test
  void all_proofs_hold_while_the_person_is_gone_from_every_column() throws Exception {
    var samples = accesses();
    var appended = samples.stream().map(this::appended).toList();
    var receipts = appended.stream().map(a -> receipt(a.getString("leaf"))).toList();
    var before = checkpoint();
    var entries = entries(before.size());
    assertEquals(3, uids(search("actor=" + person)).size());
    assertTrue(found(samples).isPresent());

    var erased = erase("eu", person, "request 17").statusCode(200).extract().jsonPath();

    assertEquals(3, erased.getInt("count"));
    for (var i = 0; i < samples.size(); i++) {
      var leaf = appended.get(i).getString("leaf");
      for (var receipt : List.of(receipts.get(i), receipt(leaf))) {
        var proven = TlogProof.parse(receipt).verify(exchange.policy());
        assertEquals(samples.get(i).leaf(), text(proven.entry().toByteArray()));
      }
    }
    assertEquals(entries, entries(before.size()), "bundles and tiles are what they were");
    assertEquals(before.root(), root(entries), "what was signed then");
    var now = checkpoint();
    assertEquals(now.root(), root(entries(now.size())), "and what is signed since");
    var seen = search("party=eu&object=" + object);
    assertEquals(3, uids(seen).size(), "what happened is still found");
    assertEquals(List.of(List.of(), List.of(), List.of()), seen.getList("entries.disclosures"));
    assertEquals(Optional.empty(), found(samples));
    assertEquals(List.of(), uids(search("actor=" + person)));
  }

  @Test
  void a_namesake_of_another_party_stays() {
    appended(SampleRecord.fresh().of("kr", person));

    erase("eu", person, "request 20").statusCode(200).body("count", equalTo(0));

    assertEquals(1, uids(search("actor=" + person)).size());
  }

  @Test
  void the_erasure_is_itself_an_entry_that_every_party_reads() throws Exception {
    var samples = accesses();
    var first = appended(samples.getFirst()).getLong("index");
    samples.subList(1, 3).forEach(this::appended);

    var told = erase("eu", person, "request 18").statusCode(200).extract().jsonPath();

    var index = told.getList("entries", Long.class).getFirst();
    var query = "/v1/search?operation=log.erase&limit=1&before=" + (index + 1);
    var entry = auditorOf(Exchange.THIRD).get(query).then().statusCode(200).extract().jsonPath();
    var exchangeOf = "entries[0].record.exchange.";
    assertEquals(1008, entry.getInt("entries[0].record.class_uid"));
    assertEquals("-", entry.getString("entries[0].record.actor.user.org.uid"));
    assertEquals("request 18", entry.getString(exchangeOf + "reason"));
    assertEquals(first, entry.getLong(exchangeOf + "first_index"));
    assertEquals(3, entry.getInt(exchangeOf + "count"));
    assertEquals(digest(first, samples), entry.getString(exchangeOf + "sha256"));
    assertFalse(entry.prettify().contains(person));
    assertEquals(
        1,
        recorded("operation = 'erasure.request' AND actor = '" + AUDITOR + "' AND idx > " + index));
  }

  /** As whoever kept the disclosures recomputes it; the three were appended in a row. */
  private static String digest(long first, List<SampleRecord> samples) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    for (var i = 0; i < samples.size(); i++) {
      var disclosed =
          samples.get(i).disclosures().stream()
              .map(d -> d.text() + "~")
              .collect(Collectors.joining());
      digest.update(((first + i) + " " + disclosed + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }

  @Test
  void only_joint_auditors_erase_and_never_their_own() {
    auditorOf("eu")
        .contentType("application/json")
        .body("{\"party\":\"eu\",\"actor\":\"eu-desk\",\"reason\":\"x\"}")
        .post("/v1/erasures")
        .then()
        .statusCode(403)
        .body("code", equalTo("AUTHZ_ROLE"));
    erase("kr", AUDITOR, "because").statusCode(403).body("code", equalTo("ERASURE_OWN"));
    assertTrue(recorded("operation = 'erasure.request' AND code = 'ERASURE_OWN'") > 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"party\":\"eu\",\"actor\":\"a\"}",
        "{\"party\":\"eu\",\"actor\":\"a\",\"reason\":\"\"}",
        "{\"party\":\"eu\",\"actor\":\"a\",\"reason\":\"\\u0000\"}",
        "{\"party\":\"EU\",\"actor\":\"a\",\"reason\":\"x\"}",
        "{\"party\":\"eu\",\"actor\":5,\"reason\":\"x\"}",
        "{\"party\":\"eu\",\"actor\":\"a\",\"actor\":\"b\",\"reason\":\"x\"}"
      })
  void what_does_not_say_whose_and_why_is_refused(String body) {
    auditor()
        .contentType("application/json")
        .body(body)
        .post("/v1/erasures")
        .then()
        .statusCode(422)
        .body("code", equalTo("ERASURE_INVALID"));
  }

  @Test
  void who_was_never_there_is_erased_without_an_entry() {
    var before = recorded("operation = 'log.erase'");

    erase("eu", person, "request 19").statusCode(200).body("count", equalTo(0));

    assertEquals(before, recorded("operation = 'log.erase'"));
  }

  /** The first column of the database in which one of these persons' fields stands. */
  private Optional<String> found(List<SampleRecord> samples) throws SQLException {
    var needles = new ArrayList<>(List.of(person));
    for (var sample : samples) {
      sample.disclosures().stream().map(Disclosure::text).forEach(needles::add);
    }
    try (var connection = exchange.postgres().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      var tables = new ArrayList<String>();
      try (var rows =
          statement.executeQuery(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (var table : tables) {
        for (var needle : needles) {
          var sql =
              "SELECT count(*) FROM \"%s\" t WHERE t::text LIKE '%%%s%%' OR t::text LIKE '%%%s%%'"
                  .formatted(table, needle, hex(needle));
          try (var row = statement.executeQuery(sql)) {
            if (row.next() && row.getLong(1) > 0) {
              return Optional.of(table);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
