package org.entente.audit.fsck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.entente.audit.fsck.Chunk.KeyTarget;
import org.entente.audit.record.AccessRecord;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Outcome;

/** Whether entries are all there, are what was hashed, and are found by what they say. Pure. */
final class EntryCheck {

  private final Chunk chunk;
  private final List<Finding> findings = new ArrayList<>();

  private EntryCheck(Chunk chunk) {
    this.chunk = chunk;
  }

  static List<Finding> of(Chunk chunk) {
    var check = new EntryCheck(chunk);
    check.density();
    chunk.rows().forEach(check::row);
    check.time();
    return check.findings;
  }

  private void density() {
    var present = new HashMap<Long, Row>();
    chunk.rows().forEach(row -> present.put(row.index(), row));
    for (var index = chunk.from(); index < chunk.to(); index++) {
      if (!present.containsKey(index)) {
        findings.add(Finding.ofLog(Finding.entry(index), "is missing"));
      }
    }
  }

  private void row(Row row) {
    if (!row.intact()) {
      log(row, "its bytes are not those under its leaf hash");
    }
    row.content()
        .ifPresentOrElse(
            content -> derived(row, content), () -> log(row, "its bytes are no record"));
  }

  private void derived(Row row, AccessRecord content) {
    if (!row.columns().equals(Columns.of(content))) {
      derived(row, "what it is searched by is not what it says");
    }
    if (!row.disclosed()) {
      derived(row, "what is disclosed beside it is not its own");
    }
    var key = chunk.derived().keys().get(content.uid());
    if (key == null || !key.equals(new KeyTarget(row.index(), row.stored().node().octets()))) {
      derived(row, "its idempotency key does not lead to it");
    }
    for (var object : content.objects()) {
      if (!chunk.derived().objects().contains(new Chunk.Mention(object, row.index()))) {
        derived(row, "is not found by an object it is about");
      }
    }
    readers(row, content, chunk.derived().readers().getOrDefault(row.index(), Set.of()));
  }

  /**
   * Who else may read an entry, the configuration of its day said; that its own party may, and that
   * nobody else may what was not let in, holds always.
   */
  private void readers(Row row, AccessRecord content, Set<String> readers) {
    if (content.party().equals(Actor.UNKNOWN)) {
      return;
    }
    if (!readers.contains(content.party())) {
      derived(row, "its own party may not read it");
    }
    var others =
        readers.stream()
            .filter(reader -> !reader.equals(content.party()))
            .filter(reader -> !content.recipient().filter(reader::equals).isPresent())
            .count();
    if (others > 0 && (content.outcome() != Outcome.ALLOWED || content.collection().isEmpty())) {
      derived(row, "may be read by a party that is not concerned");
    }
  }

  /** Invariant I8. */
  private void time() {
    var latest = chunk.since();
    for (var row : chunk.rows()) {
      if (row.sequencedMs() < latest) {
        log(row, "was sequenced before the one before it");
      }
      latest = Math.max(latest, row.sequencedMs());
    }
  }

  private void log(Row row, String detail) {
    findings.add(Finding.ofLog(Finding.entry(row.index()), detail));
  }

  private void derived(Row row, String detail) {
    findings.add(Finding.derived(Finding.entry(row.index()), detail));
  }
}
