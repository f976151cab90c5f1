package org.entente.audit.access;

import jakarta.inject.Singleton;
import java.util.function.Function;

/** Admission to appending. */
@Singleton
public final class AppendAccess {

  private static final String OPERATION = "log.append";

  private final Visits visits;
  private final Callers callers;
  private final Fellows fellows;
  private final RecordedAccess access;

  AppendAccess(Visits visits, Callers callers, Fellows fellows, RecordedAccess access) {
    this.visits = visits;
    this.callers = callers;
    this.fellows = fellows;
    this.access = access;
  }

  /**
   * The name of the service that calls; the only product name its records may carry.
   *
   * @throws CallerUnknown when nobody who may append calls; that attempt is recorded first
   */
  public String require() {
    return recorded(callers::require);
  }

  /**
   * Lets a fellow replica append for those it has judged.
   *
   * @throws CallerUnknown when anybody else calls; that attempt is recorded first
   */
  public void requireFellow() {
    recorded(peer -> {
      fellows.require(peer);
      return peer;
    });
  }

  private <T> T recorded(Function<Peer, T> door) {
    try {
      return door.apply(visits.peer());
    } catch (CallerUnknown refusal) {
      var visit = visits.current();
      access.refuse(visit, OPERATION, visit.peer().actor(), refusal);
      throw refusal;
    }
  }
}
