package org.entente.audit.record;

/** What becomes of the log itself; OCSF Event Log Activity. */
public enum LogEvent {
  /** Led again after an orderly stop, or for the first time. */
  START("log.start", 6, "Start"),
  /** Led again without one. */
  TAKEOVER("log.takeover", 99, "Takeover"),
  STOP("log.stop", 7, "Stop"),
  /** The database is not the one it was led on last: restored, moved, or a standby of it. */
  RESTORE("log.restore", 99, "Restore"),
  /** Nothing need have happened: the log is idle, not silenced. */
  HEARTBEAT("log.heartbeat", 99, "Heartbeat"),
  /** The log's keys are not those last recorded. */
  KEY_CHANGE("log.keyChange", 99, "Key Change"),
  /** What decides who appends, reads and witnesses is not what was last recorded. */
  POLICY_CHANGE("log.policyChange", 99, "Policy Change"),
  /** Something that is stored does not fit; told once, until it fits again. */
  DAMAGE("log.damage", 99, "Damage"),
  /** All that is stored was hashed again, and fits. */
  VERIFIED("log.verified", 99, "Verification"),
  /** Personal fields are erased right after this. */
  ERASE("log.erase", 2, "Delete");

  private final String operation;
  private final int activity;
  private final String activityName;

  LogEvent(String operation, int activity, String activityName) {
    this.operation = operation;
    this.activity = activity;
    this.activityName = activityName;
  }

  /** The word auditors search by. */
  public String operation() {
    return operation;
  }

  /** Whether it comes with every day and run; the others are news. */
  public boolean isRoutine() {
    return switch (this) {
      case START, STOP, HEARTBEAT, VERIFIED -> true;
      case TAKEOVER, RESTORE, KEY_CHANGE, POLICY_CHANGE, DAMAGE, ERASE -> false;
    };
  }

  int activity() {
    return activity;
  }

  String activityName() {
    return activityName;
  }
}
