package org.entente.audit.witness;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.entente.audit.tree.CheckpointUnknown;
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
import org.jboss.logging.Logger;

/**
 * Carries the newest checkpoint to one witness, again and again, and keeps what it signs. Several
 * replicas may do so at once: the witness serves one after the other, and the same line twice is
 * one line. Confined to its thread.
 */
final class Courier implements Runnable {

  private static final Logger LOG = Logger.getLogger(Courier.class);
  private static final int PROOFS = 3;

  private final WitnessAddress witness;
  private final WitnessClient client;
  private final PostgresLog log;
  private final Duration every;
  private final WitnessStanding standing;
  private long known = -1;

  Courier(
      WitnessAddress witness,
      WitnessClient client,
      PostgresLog log,
      Duration every,
      WitnessStanding standing) {
    this.witness = witness;
    this.client = client;
    this.log = log;
    this.every = every;
    this.standing = standing;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        attempt();
        Thread.sleep(every);
      }
    } catch (InterruptedException _) {
      LOG.debugf("no more to %s: interrupted to stop", witness.name());
    }
  }

  /** What fails is told once, until it changes, and tried again. */
  private void attempt() throws InterruptedException {
    try {
      carry();
    } catch (CheckpointUnknown _) {
      LOG.debug("nothing is signed yet");
    } catch (IOException | StoreFailed | TreeDamaged | EvidenceRejected e) {
      standing.failed(witness, String.valueOf(e.getMessage()));
    }
  }

  private void carry() throws IOException, InterruptedException {
    if (known < 0) {
      known = log.read("looking for cosignatures", this::remembered);
    }
    for (var i = 0; i < PROOFS; i++) {
      var newest = log.read("reading the checkpoint", StoredCheckpoint::latest);
      if (newest.size() <= known || newest.size() == 0) {
        return;
      }
      var from = known;
      var request = log.read("proving growth", connection -> request(connection, newest, from));
      switch (client.add(witness, request)) {
        case Answer.Cosigned(var lines) -> {
          keep(newest, lines);
          return;
        }
        case Answer.Conflict(var size) -> known = standing.conflict(witness, size, newest.size());
        case Answer.Refused(var why) -> {
          standing.failed(witness, why);
          return;
        }
      }
    }
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

  private void keep(StoredCheckpoint newest, List<NoteSignature> lines) {
    SignedNote cosigned = newest.signed().with(lines);
    int kept =
        log.read(
            "keeping cosignatures",
            connection -> {
              var cosignatures = new PostgresCosignatures(connection);
              int found = 0;
              for (var key : witness.keys()) {
                var at = cosigned.cosignedAt(key);
                if (at.isPresent()) {
                  cosignatures.insert(newest.size(), key, cosigned.lineOf(key), at.get());
                  found++;
                }
              }
              return found;
            });
    if (kept == 0) {
      standing.failed(witness, "an answer without a line of its keys");
      return;
    }
    known = newest.size();
    standing.cosigned(witness, newest.size());
  }
}
