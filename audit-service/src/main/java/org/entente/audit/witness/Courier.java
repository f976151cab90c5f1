package org.entente.audit.witness;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.witness.WitnessClient.Answer;
import org.entente.log.AddCheckpoint;
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
  private static final long UNKNOWN = -1;

  private final WitnessAddress witness;
  private final WitnessClient client;
  private final WitnessMemory memory;
  private final PostgresLog log;
  private final WitnessStanding standing;
  private long known = UNKNOWN;

  Courier(
      WitnessAddress witness,
      WitnessClient client,
      WitnessMemory memory,
      PostgresLog log,
      WitnessStanding standing) {
    this.witness = witness;
    this.client = client;
    this.memory = memory;
    this.log = log;
    this.standing = standing;
  }

  /** Carries one checkpoint; what fails is told, and the next one is another attempt. */
  void carry(StoredCheckpoint checkpoint) {
    try {
      attempt(checkpoint);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) { // whatever it answers, the others are asked
      standing.failed(witness, requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  private void attempt(StoredCheckpoint checkpoint) throws IOException, InterruptedException {
    if (known == UNKNOWN) {
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
   * @throws IOException when that is more than this log has and it cannot show who signed that
   */
  private long conflict(long size) throws IOException, InterruptedException {
    var newest = log.read("reading the checkpoint", StoredCheckpoint::latest).size();
    if (Long.compareUnsigned(size, newest) <= 0) {
      return size;
    }
    // A number is nobody's signature: on its word alone any witness could end the exchange.
    known = UNKNOWN;
    var seen = memory.seen(witness).map(Memory.Seen::size).orElse(0L);
    if (seen <= newest) {
      throw new IOException(
          "it claims size %s and shows size %d, this log ends at %d"
              .formatted(Long.toUnsignedString(size), seen, newest));
    }
    standing.ahead(witness, seen, newest);
    return seen;
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
