package org.entente.audit.export;

import jakarta.inject.Singleton;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.tree.TreeDamaged;
import org.entente.audit.witness.WitnessedCheckpoints;
import org.entente.log.Checkpoint;
import org.entente.log.ConsistencyProof;
import org.entente.log.EvidenceRejected;
import org.entente.log.InclusionProof;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;

/** Reads what is exported, a few entries at a time, never while somebody is being sent to. */
@Singleton
class PostgresExport {

  private static final String ENTRIES =
      "SELECT " + ExportedEntry.COLUMNS + " FROM entry WHERE idx = ANY (?) ORDER BY idx";

  private static final String NOTE = "SELECT note FROM checkpoint WHERE size = ?";

  private final PostgresLog log;
  private final WitnessedCheckpoints witnessed;

  PostgresExport(PostgresLog log, WitnessedCheckpoints witnessed) {
    this.log = log;
    this.witnessed = witnessed;
  }

  long size() {
    return log.read("exporting", connection -> StoredCheckpoint.latest(connection).size());
  }

  SignedNote newest() {
    return log.read("exporting", connection -> StoredCheckpoint.latest(connection).signed());
  }

  /** A checkpoint that covers this index: a witnessed one, or the newest until there is one. */
  SignedNote covering(long index) {
    return log.read(
        "exporting",
        connection ->
            witnessed
                .covering(connection, index)
                .orElse(StoredCheckpoint.latest(connection).signed()));
  }

  /** The text that was stamped at this size. */
  String text(long size) {
    return log.read(
        "exporting",
        connection ->
            PostgresRows.first(
                    connection,
                    NOTE,
                    row -> new StoredCheckpoint(size, row.getString("note")),
                    size)
                .orElseThrow(
                    () -> new TreeDamaged("the checkpoint of size " + size + " is missing"))
                .signed()
                .text());
  }

  /**
   * These entries, as they were appended.
   *
   * @throws TreeDamaged when one is not, or missing
   */
  List<ExportedEntry> entries(List<Long> indices) {
    Object these = indices.toArray(Long[]::new);
    return log.read(
        "exporting",
        connection ->
            intact(indices, PostgresRows.all(connection, ENTRIES, ExportedEntry::of, these)));
  }

  private static List<ExportedEntry> intact(List<Long> indices, List<ExportedEntry> entries) {
    if (!entries.stream().map(ExportedEntry::index).toList().equals(indices)) {
      throw new TreeDamaged("entries are missing");
    }
    for (var entry : entries) {
      if (!entry.stored().intact()) {
        throw new TreeDamaged("entry " + entry.index() + " is not what was appended");
      }
    }
    return entries;
  }

  /** One proof for each entry, verified. */
  List<InclusionProof> proofs(List<ExportedEntry> entries, Checkpoint checkpoint) {
    return log.read(
        "exporting",
        connection -> {
          try {
            var proofs =
                new ProofBuilder(new PostgresTiles(connection), checkpoint.size())
                    .inclusions(entries.stream().map(ExportedEntry::index).toList());
            for (var i = 0; i < entries.size(); i++) {
              proofs.get(i).verify(entries.get(i).stored().leaf(), checkpoint.root());
            }
            return proofs;
          } catch (EvidenceRejected e) {
            throw new TreeDamaged("entries cannot be proven: " + e.getMessage());
          }
        });
  }

  /** That the smaller tree is the beginning of the larger one. */
  ConsistencyProof consistency(long smaller, long larger) {
    return log.read(
        "exporting",
        connection -> new ProofBuilder(new PostgresTiles(connection), larger).consistency(smaller));
  }
}
