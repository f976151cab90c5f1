package org.entente.audit.receipt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import org.entente.audit.record.Actor;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.tree.StoredEntry;
import org.entente.audit.tree.TreeDamaged;
import org.entente.audit.visibility.AuditScope;
import org.entente.audit.witness.WitnessedCheckpoints;
import org.entente.log.Checkpoint;
import org.entente.log.EvidenceRejected;
import org.entente.log.LeafHash;
import org.entente.log.NodeHash;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;
import org.entente.log.TlogProof;

/** Builds receipts from what is stored, and checks each before anybody gets it. */
@Singleton
public class Receipts {

  private final PostgresLog log;
  private final WitnessedCheckpoints witnessed;

  Receipts(PostgresLog log, WitnessedCheckpoints witnessed) {
    this.log = log;
    this.witnessed = witnessed;
  }

  /**
   * The receipt of the entry with this leaf hash.
   *
   * @param leaf base64url without padding
   * @param entitled which entries whoever asks may have; others do not exist for it
   * @param stage against which checkpoint
   * @throws ReceiptUnknown when there is none
   * @throws NotWitnessedYet when too few witnesses have cosigned since
   * @throws TreeDamaged when what is stored proves nothing: entry, tiles or checkpoint were changed
   */
  byte[] of(String leaf, Entitlement entitled, Stage stage) {
    var hash = hash(leaf);
    return log.read(
        "building a receipt",
        connection -> {
          var entry = find(connection, hash, entitled);
          return proof(connection, entry, note(connection, entry, stage));
        });
  }

  /**
   * The best receipt there is of an entry: witnessed if the quorum has seen it, else sequenced.
   *
   * @param scope what whoever asks may read; other entries do not exist for it
   * @throws ReceiptUnknown when there is none
   * @throws TreeDamaged when what is stored proves nothing
   */
  public byte[] best(long index, AuditScope scope) {
    return log.read(
        "building a receipt",
        connection -> {
          var entry = PostgresEntry.at(connection, index).orElseThrow(ReceiptUnknown::new);
          require(connection, entry, new Entitlement.Audit(scope));
          var note = witnessed.covering(connection, index);
          return proof(
              connection,
              entry,
              note.isPresent() ? note.get() : StoredCheckpoint.latest(connection).signed());
        });
  }

  private static LeafHash hash(String leaf) {
    try {
      var bytes = Base64.getUrlDecoder().decode(leaf);
      if (bytes.length == NodeHash.BYTES) {
        return LeafHash.of(bytes);
      }
    } catch (IllegalArgumentException _) {
      // not base64url, so no leaf hash
    }
    throw new ReceiptUnknown();
  }

  private static StoredEntry find(Connection connection, LeafHash leaf, Entitlement entitled)
      throws SQLException {
    var entry = PostgresEntry.of(connection, leaf).orElseThrow(ReceiptUnknown::new);
    require(connection, entry, entitled);
    return entry;
  }

  private static void require(Connection connection, StoredEntry entry, Entitlement entitled)
      throws SQLException {
    if (!covers(connection, entitled, entry)) {
      throw new ReceiptUnknown();
    }
    if (!entry.intact()) {
      throw new TreeDamaged("entry " + entry.index() + " is not what was appended");
    }
  }

  /** Read after the entry: its checkpoint was committed with it, so the newest one covers it. */
  private SignedNote note(Connection connection, StoredEntry entry, Stage stage)
      throws SQLException {
    return switch (stage) {
      case SEQUENCED -> StoredCheckpoint.latest(connection).signed();
      case WITNESSED ->
          witnessed.covering(connection, entry.index()).orElseThrow(NotWitnessedYet::new);
    };
  }

  private static boolean covers(Connection connection, Entitlement entitled, StoredEntry entry)
      throws SQLException {
    return switch (entitled) {
      case Entitlement.Own(var party) -> belongs(entry, party);
      case Entitlement.Audit(AuditScope.OfParty(var party)) ->
          PostgresEntry.isReadable(connection, entry, party);
      case Entitlement.Audit(AuditScope.Joint()) -> true;
    };
  }

  /** Entries of unknown parties are nobody's. */
  private static boolean belongs(StoredEntry entry, String party) {
    return party.equals(entry.party()) && !party.equals(Actor.UNKNOWN);
  }

  private static byte[] proof(Connection connection, StoredEntry entry, SignedNote note) {
    try {
      var checkpoint = Checkpoint.parse(note.text());
      var proofs = new ProofBuilder(new PostgresTiles(connection), checkpoint.size());
      var proof = proofs.inclusion(entry.index());
      proof.verify(entry.leaf(), checkpoint.root());
      return TlogProof.of(entry.body(), proof, note).toByteArray();
    } catch (EvidenceRejected e) {
      throw new TreeDamaged("entry " + entry.index() + " cannot be proven: " + e.getMessage());
    }
  }
}
