package org.entente.audit.fsck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.audit.fsck.Chunk.SignedRoot;
import org.entente.log.CompactRange;
import org.entente.log.EvidenceRejected;
import org.entente.log.EvidenceRejected.Reason;
import org.entente.log.LeafHash;
import org.entente.log.RootHash;
import org.entente.log.SignedNote;
import org.entente.log.TlogPolicy;

/**
 * Whether every checkpoint is signed by the log's keys and of the tree that the entries make. Pure.
 *
 * @param log its keys, all of which must have signed
 */
record CheckpointCheck(TlogPolicy log, Chunk chunk) {

  /** Whether all of them are of the tree that grows from this one by these leaves. */
  boolean fit(CompactRange before, List<LeafHash> leaves) {
    var roots = roots(before, leaves);
    return chunk.checkpoints().stream().allMatch(c -> c.root().equals(roots.get(c.size())));
  }

  /** What is wrong with them, given that these are the leaves. */
  List<Finding> findings(CompactRange before, List<LeafHash> leaves) {
    var findings = new ArrayList<Finding>();
    var roots = roots(before, leaves);
    for (var checkpoint : chunk.checkpoints()) {
      var place = "checkpoint " + checkpoint.size();
      if (!checkpoint.root().equals(roots.get(checkpoint.size()))) {
        findings.add(Finding.ofLog(place, "its root is not that of the entries"));
      }
      note(findings, place, checkpoint);
      if (!isOfItsTime(checkpoint)) {
        findings.add(Finding.ofLog(place, "was not signed when its last entry was sequenced"));
      }
    }
    return findings;
  }

  /** Both are of one commit, and of one time; times of entries never decrease (I8). */
  private boolean isOfItsTime(SignedRoot checkpoint) {
    return chunk.rows().stream()
        .filter(row -> row.index() == checkpoint.size() - 1)
        .allMatch(row -> row.sequencedMs() == checkpoint.signedMs());
  }

  private void note(List<Finding> findings, String place, SignedRoot checkpoint) {
    try {
      var note = SignedNote.parse(checkpoint.note().getBytes(StandardCharsets.UTF_8));
      var signed = log.verify(note);
      if (signed.size() != checkpoint.size() || !signed.root().equals(checkpoint.root())) {
        findings.add(Finding.ofLog(place, "its note is of another tree"));
      }
    } catch (EvidenceRejected e) {
      findings.add(Finding.ofLog(place, "its note does not hold: " + told(e)));
    }
  }

  /** Other reasons may quote what is stored; this one names keys alone. */
  private static String told(EvidenceRejected e) {
    return e.reason() == Reason.SIGNATURE_MISSING
        ? e.reason() + ", " + e.detail()
        : e.reason().toString();
  }

  private Map<Long, RootHash> roots(CompactRange before, List<LeafHash> leaves) {
    var roots = new HashMap<Long, RootHash>();
    var wanted = chunk.checkpoints().stream().map(SignedRoot::size).toList();
    var range = before;
    roots.put(range.size(), range.root());
    for (var leaf : wanted.isEmpty() ? List.<LeafHash>of() : leaves) {
      range = range.append(leaf);
      if (wanted.contains(range.size())) {
        roots.put(range.size(), range.root());
      }
    }
    return roots;
  }
}
