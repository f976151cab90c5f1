package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.entente.audit.sequencer.Await;
import org.entente.audit.tree.TreeDamaged;
import org.entente.audit.witness.WitnessMemory;
import org.entente.log.Checkpoint;
import org.entente.log.EvidenceRejected;
import org.entente.log.NodeHash;
import org.entente.log.RootHash;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log is shown to a witness, and what it signs and remembers counts. */
@QuarkusTest
class WitnessTest extends ServiceTest {

  @Inject DataSource source;
  @Inject WitnessMemory memory;

  @AfterEach
  void the_witness_is_back() {
    exchange.witness().away(false);
    exchange.witness().still(false);
  }

  @Test
  void a_receipt_is_sequenced_at_once_and_witnessed_soon() throws InterruptedException {
    var sample = SampleRecord.fresh();
    var leaf = appended(sample).getString("leaf");

    var sequenced = TlogProof.parse(receipt(leaf, "sequenced"));
    assertThrows(EvidenceRejected.class, () -> sequenced.verify(exchange.witnessedPolicy()));
    var witnessed = TlogProof.parse(witnessed(leaf)).verify(exchange.witnessedPolicy());
    assertArrayEquals(
        sample.leaf().getBytes(StandardCharsets.UTF_8), witnessed.entry().toByteArray());
  }

  @Test
  void without_the_witness_there_is_no_witnessed_receipt_and_with_it_there_is() throws Exception {
    var before = appended(SampleRecord.fresh()).getString("leaf");
    witnessed(before);
    exchange.witness().away(true);
    var leaf = appended(SampleRecord.fresh()).getString("leaf");

    gateway()
        .request()
        .get("/v1/receipts/" + leaf + "?party=kr&stage=witnessed")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("1"))
        .body("code", equalTo("NOT_WITNESSED_YET"));
    assertTrue(receipt(leaf, "sequenced").length > 0, "the log goes on");

    exchange.witness().away(false);
    witnessed(leaf);
  }

  @Test
  void a_stage_that_is_none_is_refused() {
    var leaf = appended(SampleRecord.fresh()).getString("leaf");
    gateway()
        .request()
        .get("/v1/receipts/" + leaf + "?party=kr&stage=notarised")
        .then()
        .statusCode(400)
        .body("code", equalTo("QUERY_INVALID"));
  }

  @Test
  void a_database_older_than_the_witness_remembers_signs_nothing() throws Exception {
    witnessed(appended(SampleRecord.fresh()).getString("leaf"));
    exchange.witness().still(true);
    var seen = Checkpoint.parse(exchange.witness().latest().text());
    try (var connection = source.getConnection()) {
      memory.require(connection, seen.size());

      var older =
          assertThrows(TreeDamaged.class, () -> memory.require(connection, seen.size() - 1));
      assertTrue(older.detail().contains("it is an older copy"), older.detail());
    }
  }

  @Test
  void a_database_with_another_history_signs_nothing() throws Exception {
    witnessed(appended(SampleRecord.fresh()).getString("leaf"));
    exchange.witness().still(true);
    var latest = exchange.witness().latest();
    var size = Checkpoint.parse(latest.text()).size();
    var other = new Checkpoint(Exchange.ORIGIN, size, RootHash.of(new byte[NodeHash.BYTES]));
    exchange.witness().remember(exchange.signed(other));
    try (var connection = source.getConnection()) {
      var damaged = assertThrows(TreeDamaged.class, () -> memory.require(connection, size));
      assertTrue(damaged.detail().contains("another log"), damaged.detail());
    } finally {
      exchange.witness().remember(exchange.signed(Checkpoint.parse(latest.text())));
    }
  }

  private byte[] receipt(String leaf, String stage) {
    return gateway()
        .request()
        .get("/v1/receipts/" + leaf + "?party=kr&stage=" + stage)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private byte[] witnessed(String leaf) throws InterruptedException {
    var path = "/v1/receipts/" + leaf + "?party=kr&stage=witnessed";
    Await.until(() -> gateway().request().get(path).statusCode() == 200);
    return receipt(leaf, "witnessed");
  }
}
