package org.entente.audit.fsck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the entries are all there, and are what was hashed. Pure. */
final class EntryCheck {

  private EntryCheck() {}

  static List<Finding> of(Chunk chunk) {
    var findings = new ArrayList<Finding>();
    density(chunk, findings);
    for (var row : chunk.rows()) {
      if (!row.intact()) {
        findings.add(ofLog(row, "its bytes are not those under its leaf hash"));
      }
    }
    time(chunk, findings);
    return findings;
  }

  private static void density(Chunk chunk, List<Finding> findings) {
    Set<Long> present = chunk.rows().stream().map(Row::index).collect(Collectors.toSet());
    for (var index = chunk.from(); index < chunk.to(); index++) {
      if (!present.contains(index)) {
        findings.add(Finding.ofLog(Finding.entry(index), "is missing"));
      }
    }
  }

  /** Invariant I8. */
  private static void time(Chunk chunk, List<Finding> findings) {
    var latest = chunk.since();
    for (var row : chunk.rows()) {
      if (row.sequencedMs() < latest) {
        findings.add(ofLog(row, "was sequenced before the one before it"));
      }
      latest = Math.max(latest, row.sequencedMs());
    }
  }

  private static Finding ofLog(Row row, String detail) {
    return Finding.ofLog(Finding.entry(row.index()), detail);
  }
}
