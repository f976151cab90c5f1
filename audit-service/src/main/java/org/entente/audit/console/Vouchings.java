package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.util.List;
import org.entente.audit.console.Vouching.Kind;
import org.entente.audit.fsck.Fsck;
import org.entente.audit.timestamp.StampedCheckpoints;

/** Who else vouches for the log: each party's time-stamp authority, and the check of all of it. */
@Singleton
final class Vouchings {

  private static final String THIS_SERVICE = "audit-service";

  private final StampedCheckpoints stamps;
  private final Fsck fsck;

  Vouchings(StampedCheckpoints stamps, Fsck fsck) {
    this.stamps = stamps;
    this.fsck = fsck;
  }

  /** In the order of the page. */
  List<Standing.Row> rows() {
    return List.of(
        new Standing.Row(Kind.TIME_STAMP, !stamps.parties().isEmpty(), stamped()),
        new Standing.Row(Kind.FSCK, true, checked()));
  }

  /** Each was verified before it was kept. */
  private List<Vouching> stamped() {
    return stamps.newest().stream()
        .map(stamp ->
            new Vouching(Kind.TIME_STAMP, stamp.party(), stamp.size(), stamp.stated(), true))
        .toList();
  }

  private List<Vouching> checked() {
    var standing = fsck.standing();
    return standing.ended().or(standing::started).stream()
        .map(at ->
            new Vouching(Kind.FSCK, THIS_SERVICE, standing.verified(), at, !standing.damaged()))
        .toList();
  }
}
