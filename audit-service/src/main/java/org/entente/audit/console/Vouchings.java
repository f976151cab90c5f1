package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.entente.audit.console.Vouching.Kind;
import org.entente.audit.fsck.Fsck;
import org.entente.audit.fsck.FsckConfig;
import org.entente.audit.timestamp.StampedCheckpoints;
import org.entente.audit.timestamp.TimestampConfig;

/** Who else vouches for the log: each party's time-stamp authority, and the check of all of it. */
@Singleton
final class Vouchings {

  private final StampedCheckpoints stamps;
  private final TimestampConfig stamping;
  private final Fsck fsck;
  private final FsckConfig checking;

  Vouchings(StampedCheckpoints stamps, TimestampConfig stamping, Fsck fsck, FsckConfig checking) {
    this.stamps = stamps;
    this.stamping = stamping;
    this.fsck = fsck;
    this.checking = checking;
  }

  /**
   * In the order of the page.
   *
   * @param size of the log now
   */
  List<Standing.Row> rows(long size, Instant now) {
    return List.of(
        new Standing.Row(Kind.TIME_STAMP, !stamps.parties().isEmpty(), stamped(size, now)),
        new Standing.Row(
            Kind.FSCK, true, Vouching.of(fsck.stored(), now, checking.every()).stream().toList()));
  }

  private List<Vouching> stamped(long size, Instant now) {
    return stamps.newest().stream()
        .map(stamp -> Vouching.of(stamp, size, now, stamping.every()))
        .toList();
  }
}
