package org.entente.audit.access;

import jakarta.inject.Singleton;

/** Admission to appending. */
@Singleton
public final class AppendAccess {

  private static final String OPERATION = "log.append";

  private final Visits visits;
  private final Callers callers;
  private final RecordedAccess access;

  AppendAccess(Visits visits, Callers callers, RecordedAccess access) {
    this.visits = visits;
    this.callers = callers;
    this.access = access;
  }

  /**
   * The name of the service that calls; the only product name its records may carry.
   *
   * @throws CallerUnknown when nobody who may append calls; that attempt is recorded first
   */
  public String require() {
    try {
      return callers.require(visits.peer());
    } catch (CallerUnknown refusal) {
      var visit = visits.current();
      access.refuse(visit, OPERATION, visit.peer().actor(), refusal);
      throw refusal;
    }
  }
}
