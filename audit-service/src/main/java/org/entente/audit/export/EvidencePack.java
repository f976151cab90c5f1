package org.entente.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.audit.access.Release.Recorded;
import org.entente.audit.witness.Witnesses;
import org.entente.log.Checkpoint;
import org.entente.log.SignedNote;
import org.entente.log.TlogProof;

/** Writes entries with all that proves them offline; contract/EVIDENCE.md says what is where. */
@Singleton
class EvidencePack {

  private final Exports exports;
  private final PostgresExport store;
  private final PackedStamps stamps;
  private final Witnesses witnesses;
  private final Clock clock;

  EvidencePack(
      Exports exports,
      PostgresExport store,
      PackedStamps stamps,
      Witnesses witnesses,
      Clock clock) {
    this.exports = exports;
    this.store = store;
    this.stamps = stamps;
    this.witnesses = witnesses;
    this.clock = clock;
  }

  void write(Selection selection, Recorded recorded, OutputStream out) throws IOException {
    var now = clock.instant();
    // One checkpoint for all entries; the record of the export itself is too young for most of
    // them.
    var indices = selection.indices();
    var note = indices.isEmpty() ? store.newest() : store.covering(indices.getLast());
    try (var pack = new PackWriter(out, now)) {
      pack.add("entries.jsonl", file -> exports.jsonLines(indices, file));
      pack.add("disclosures.jsonl", file -> exports.disclosures(selection, file));
      pack.add("entries.csv", file -> exports.csv(indices, CsvTable.COMMA, file));
      proofs(pack, indices, note);
      pack.add("checkpoint", note.toByteArray());
      pack.add("policy", witnesses.text().getBytes(UTF_8));
      var own = store.entries(List.of(recorded.entry().index()));
      pack.add("export.tlog-proof", proof(own));
      pack.add("export-disclosures.jsonl", Exports.disclosures(own.getFirst(), selection.scope()));
      stamps.add(pack, Checkpoint.parse(note.text()).size());
      var manifest =
          new PackManifest(
              selection, recorded, witnesses.policy().examine(note), now, pack.digests());
      pack.add("manifest.json", manifest.json());
      pack.add("SHA256SUMS", sums(pack));
    }
  }

  private void proofs(PackWriter pack, List<Long> indices, SignedNote note) throws IOException {
    var checkpoint = Checkpoint.parse(note.text());
    exports.each(
        indices,
        entries -> {
          var proofs = store.proofs(entries, checkpoint);
          for (var i = 0; i < entries.size(); i++) {
            var receipt = TlogProof.of(entries.get(i).stored().body(), proofs.get(i), note);
            pack.add("proofs/" + entries.get(i).index() + ".tlog-proof", receipt.toByteArray());
          }
        });
  }

  private byte[] proof(List<ExportedEntry> own) {
    var note = store.newest();
    var proof = store.proofs(own, Checkpoint.parse(note.text())).getFirst();
    return TlogProof.of(own.getFirst().stored().body(), proof, note).toByteArray();
  }

  private static byte[] sums(PackWriter pack) {
    return pack.digests().entrySet().stream()
        .map(file -> file.getValue() + "  " + file.getKey() + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }
}
