package org.entente.audit.fsck;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.entente.audit.administration.LogEvents;
import org.entente.audit.administration.LogEvents.Told;
import org.entente.audit.fsck.Finding.Part;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.Sha256;
import org.entente.audit.tree.PostgresLog;
import org.entente.log.RootHash;

/**
 * Puts on record what passes find, once until it fits again, and that a whole pass found nothing.
 * Owned by one thread.
 */
@Singleton
final class FsckReport {

  /** So that a log with much damage does not keep the check from going on. */
  private static final int MOST = 100;

  private final PostgresLog log;
  private final LogEvents events;

  FsckReport(PostgresLog log, LogEvents events) {
    this.log = log;
    this.events = events;
  }

  /**
   * Records what is due.
   *
   * @throws org.entente.audit.refusal.Refusal when something could not be recorded: it stays due
   */
  void step() {
    for (var found : log.read("looking what is due", c -> new PostgresReport(c).findings(MOST))) {
      told(found.told(), events.record(LogEvent.DAMAGE, found.told(), damage(found.finding())));
    }
    log.read("looking what is due", c -> new PostgresReport(c).sound())
        .ifPresent(sound ->
            told(
                sound.told(),
                events.record(
                    LogEvent.VERIFIED, sound.told(), verified(sound.size(), sound.root()))));
  }

  /** A crash before this: the next attempt gets the same index. */
  private void told(Told told, long index) {
    log.keep("keeping what is told", c -> new PostgresReport(c).told(told, index));
  }

  static SequencedMap<String, Object> damage(Finding finding) {
    var members = new LinkedHashMap<String, Object>();
    members.put("place", finding.place());
    members.put("detail", finding.detail());
    members.put("concerns", finding.part() == Part.LOG ? "log" : "derived");
    return members;
  }

  static SequencedMap<String, Object> verified(long size, RootHash root) {
    var members = new LinkedHashMap<String, Object>();
    members.put("size", size);
    members.put("root", Sha256.base64url(root.toByteArray()));
    return members;
  }
}
