package org.entente.audit.receipt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.entente.audit.record.Actor;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.tree.StoredEntry;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.Checkpoint;
import org.entente.log.EvidenceRejected;
import org.entente.log.LeafHash;
import org.entente.log.NodeHash;
import org.entente.log.ProofBuilder;
import org.entente.log.TlogProof;

/** Builds receipts from what is stored, and checks each before anybody gets it. */
@Singleton
final class Receipts {

  private final PostgresLog log;

  Receipts(PostgresLog log) {
    this.log = log;
  }

  /**
   * The receipt of the entry with this leaf hash.
   *
   * @param leaf base64url without padding
   * @param party when present, the entry must be this party's
   * @throws ReceiptUnknown when there is none
   * @throws TreeDamaged when what is stored proves nothing: entry, tiles or checkpoint were changed
   */
  byte[] of(String leaf, Optional<String> party) {
    var hash = hash(leaf);
    return log.read("building a receipt", connection -> build(connection, hash, party));
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

  private static byte[] build(Connection connection, LeafHash leaf, Optional<String> party)
      throws SQLException {
    var entry = PostgresEntryByLeaf.find(connection, leaf).orElseThrow(ReceiptUnknown::new);
    if (party.isPresent() && !belongs(entry, party.get())) {
      throw new ReceiptUnknown();
    }
    if (!entry.intact()) {
      throw new TreeDamaged("entry " + entry.index() + " is not what was appended");
    }
    return proof(connection, entry);
  }

  /** Entries of unknown parties are nobody's. */
  private static boolean belongs(StoredEntry entry, String party) {
    return party.equals(entry.party()) && !party.equals(Actor.UNKNOWN);
  }

  private static byte[] proof(Connection connection, StoredEntry entry) throws SQLException {
    // After the entry: its checkpoint was committed with it, so the newest one covers it.
    var stored = StoredCheckpoint.latest(connection);
    try {
      var checkpoint = Checkpoint.parse(stored.signed().text());
      var proofs = new ProofBuilder(new PostgresTiles(connection), checkpoint.size());
      var proof = proofs.inclusion(entry.index());
      proof.verify(entry.leaf(), checkpoint.root());
      return TlogProof.of(entry.body(), proof, stored.signed()).toByteArray();
    } catch (EvidenceRejected e) {
      throw new TreeDamaged("entry " + entry.index() + " cannot be proven: " + e.getMessage());
    }
  }
}
