package org.entente.audit.fsck;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.entente.audit.console.Vouching;

/** The check of the whole log on the console's overview. Thread-safe. */
@Singleton
final class FsckVouching implements Vouching.Source {

  private static final String BY = "audit-service";

  private final Fsck fsck;

  FsckVouching(Fsck fsck) {
    this.fsck = fsck;
  }

  @Override
  public Vouching.Kind kind() {
    return Vouching.Kind.FSCK;
  }

  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public List<Vouching> vouchings() {
    var standing = fsck.standing();
    return standing.ended().or(standing::started).stream()
        .map(at -> vouching(standing, at))
        .toList();
  }

  private Vouching vouching(FsckStanding standing, Instant at) {
    return new Vouching(kind(), BY, standing.verified(), at, !standing.damaged());
  }
}
