package org.entente.audit.witness;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.StoreFailed;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.tree.TreeDamaged;
import org.entente.audit.witness.WitnessClient.Answer;
import org.entente.log.AddCheckpoint;
import org.entente.log.EvidenceRejected;
import org.entente.log.NoteSignature;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;

/**
 * Carries checkpoints to one witness and keeps what it signs. Several replicas may do so at once:
 * the witness serves one after the other, and the same line twice is one line. Used by one thread
 * at a time.
 */
final class Courier {

  private static final int PROOFS = 3;

  private final WitnessAddress witness;
  private final WitnessClient client;
  private final PostgresLog log;
  private final WitnessStanding standing;
  private long known = -1;

  Courier(WitnessAddress witness, WitnessClient client, PostgresLog log, WitnessStanding standing) {
    this.witness = witness;
    this.client = client;
    this.log = log;
    this.standing = standing;
  }

  /** Carries one checkpoint; what fails is told, and the next one is another attempt. */
  void carry(StoredCheckpoint checkpoint) {
    try {
      attempt(checkpoint);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | StoreFailed | TreeDamaged | EvidenceRejected e) {
      standing.failed(witness, requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  private void attempt(StoredCheckpoint checkpoint) throws IOException, InterruptedException {
    if (known < 0) {
      known = log.read("looking for cosignatures", this::remembered);
    }
    for (var i = 0; i < PROOFS && known < checkpoint.size(); i++) {
      var from = known;
      var request = log.read("proving growth", connection -> request(connection, checkpoint, from));
      switch (client.add(witness, request)) {
        case Answer.Cosigned(var lines) -> keep(checkpoint, lines);
        case Answer.Conflict(var size) -> known = conflict(size);
        case Answer.Refused(var why) -> {
          standing.failed(witness, why);
          return;
        }
      }
    }
  }

  /**
   * It knows another size than it was believed to: from this or another replica, or from a database
   * that was there before this one.
   *
   * @return the size to prove from
   */
  private long conflict(long size) {
    var newest = log.read("reading the checkpoint", StoredCheckpoint::latest);
    if (size > newest.size()) {
      standing.ahead(witness, size, newest.size());
    }
    return size;
  }

  private long remembered(Connection connection) throws SQLException {
    var cosignatures = new PostgresCosignatures(connection);
    long latest = 0;
    for (var key : witness.keys()) {
      latest = Math.max(latest, cosignatures.latest(key));
    }
    return latest;
  }

  private static AddCheckpoint request(Connection connection, StoredCheckpoint newest, long from) {
    var proofs = new ProofBuilder(new PostgresTiles(connection), newest.size());
    return new AddCheckpoint(
        from, from == 0 ? List.of() : proofs.consistency(from).path(), newest.signed());
  }

  private void keep(StoredCheckpoint newest, List<NoteSignature> lines) throws IOException {
    SignedNote cosigned = newest.signed().with(lines);
    int kept =
        log.keep(
            "keeping cosignatures",
            connection -> {
              var cosignatures = new PostgresCosignatures(connection);
              int found = 0;
              for (var key : witness.keys()) {
                var line = cosigned.cosignature(key);
                if (line.isPresent()) {
                  cosignatures.insert(newest.size(), key, line.get());
                  found++;
                }
              }
              return found;
            });
    if (kept == 0) {
      throw new IOException("an answer without a line of its keys");
    }
    known = newest.size();
    standing.cosigned(witness, newest.size());
  }
}
