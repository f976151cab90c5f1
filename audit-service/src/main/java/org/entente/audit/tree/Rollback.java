package org.entente.audit.tree;

import java.time.Instant;

/**
 * How a database is known to be an older copy of its log: a witness has seen more than it holds.
 *
 * @param witness that has seen most
 * @param remembered the size it cosigned last
 * @param seen when it did, by its clock
 * @param stored how many entries the database holds
 * @param until when the last of them was sequenced
 */
public record Rollback(String witness, long remembered, Instant seen, long stored, Instant until) {

  /** Where an operator reads what to do. */
  public static final String RUNBOOK = "deploy/RUNBOOK.md, \"The log was rolled back\"";

  /** How many entries are known to be missing; there may have been more that nobody saw. */
  public long missing() {
    return remembered - stored;
  }

  /** One sentence for operators and callers. */
  public String sentence() {
    return "the stored log ends at size %d, of %s, and witness %s has cosigned size %d at %s:"
            .formatted(stored, until, witness, remembered, seen)
        + " it is an older copy, entries %d to %d are missing".formatted(stored, remembered - 1);
  }
}
