package org.entente.audit.record;

/** How an access ended; the words auditors search by. */
public enum Outcome {
  /** Let in and carried out. */
  ALLOWED("allowed", 1, 1, 1),
  /** Refused by a decision. */
  DENIED("denied", 2, 2, 2),
  /** Let in, but it failed. */
  ERROR("error", 2, 1, 27);

  private final String word;
  private final int status;
  private final int action;
  private final int disposition;

  Outcome(String word, int status, int action, int disposition) {
    this.word = word;
    this.status = status;
    this.action = action;
    this.disposition = disposition;
  }

  /** The outcome these OCSF numbers spell; any other combination contradicts itself. */
  static Outcome of(long status, long action, long disposition) {
    for (var outcome : values()) {
      if (outcome.status == status
          && outcome.action == action
          && outcome.disposition == disposition) {
        return outcome;
      }
    }
    throw RecordRejected.invalid("status_id, action_id and disposition_id contradict each other");
  }

  /** The lower-case word in the store and in queries. */
  public String word() {
    return word;
  }

  int statusId() {
    return status;
  }

  int actionId() {
    return action;
  }

  int dispositionId() {
    return disposition;
  }
}
