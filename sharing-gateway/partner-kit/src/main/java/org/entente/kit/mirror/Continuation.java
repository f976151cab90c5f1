package org.entente.kit.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.log.Checkpoint;
import org.entente.log.ConsistencyProof;
import org.entente.log.ProofBuilder;
import org.entente.log.RootHash;
import org.entente.log.SignedNote;
import org.entente.log.TileSource;

/// Whether the later tree begins with the earlier one, judged by the later one's tiles.
///
/// @param earlierRoot the root that the later tree's tiles say its first entries have
/// @param proof from that root to the later one
record Continuation(RootHash earlierRoot, ConsistencyProof proof) {

  /// Reads the tiles it takes and believes none of them that does not lead to the later root;
  /// [org.entente.log.EvidenceRejected] when they do not: then nothing is known.
  static Continuation of(long earlier, Checkpoint later, TileSource laterTiles) {
    if (earlier == later.size()) {
      return new Continuation(
          later.root(), new ConsistencyProof(earlier, earlier, java.util.List.of()));
    }
    RootHash root = new ProofBuilder(laterTiles, earlier).range().root();
    ConsistencyProof proof = new ProofBuilder(laterTiles, later.size()).consistency(earlier);
    proof.verify(root, later.root());
    return new Continuation(root, proof);
  }

  boolean fits(RootHash root) {
    return earlierRoot.equals(root);
  }

  /// All that convicts the log: what it signed, and how the later one excludes the earlier one.
  Map<String, byte[]> conviction(SignedNote earlier, SignedNote later) {
    String path =
        proof.path().stream().map(hash -> " " + hash).collect(Collectors.joining("", "", "\n"));
    String text =
        "root %d %s\nconsistency %d %d%s"
            .formatted(proof.oldSize(), earlierRoot, proof.oldSize(), proof.newSize(), path);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("earlier", earlier.toByteArray());
    files.put("later", later.toByteArray());
    files.put("proof", text.getBytes(UTF_8));
    return files;
  }
}
