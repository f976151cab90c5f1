package org.entente.audit.timestamp;

import jakarta.inject.Singleton;
import java.util.List;
import org.entente.audit.console.Vouching;

/** Time stamps on the console's overview: the newest of each party's authority. Thread-safe. */
@Singleton
final class StampVouchings implements Vouching.Source {

  private final StampedCheckpoints stamps;

  StampVouchings(StampedCheckpoints stamps) {
    this.stamps = stamps;
  }

  @Override
  public Vouching.Kind kind() {
    return Vouching.Kind.TIME_STAMP;
  }

  @Override
  public boolean configured() {
    return !stamps.parties().isEmpty();
  }

  @Override
  public List<Vouching> vouchings() {
    // Each was verified before it was kept.
    return stamps.newest().stream()
        .map(stamp -> new Vouching(kind(), stamp.party(), stamp.size(), stamp.stated(), true))
        .toList();
  }
}
