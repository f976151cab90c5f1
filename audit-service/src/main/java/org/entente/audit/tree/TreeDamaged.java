package org.entente.audit.tree;

import java.util.Optional;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/** What is stored contradicts the tree: somebody or something changed the past. */
public final class TreeDamaged extends Refusal {

  private final @Nullable Rollback rollback;

  /**
   * @param detail which part does not fit
   */
  public TreeDamaged(String detail) {
    super(RefusalCode.LOG_CORRUPT, detail);
    this.rollback = null;
  }

  /** What is stored is sound, and not all that there was. */
  public TreeDamaged(Rollback rollback) {
    super(RefusalCode.LOG_CORRUPT, rollback.sentence());
    this.rollback = rollback;
  }

  /** How far the log was rolled back; empty when something else is wrong. */
  public Optional<Rollback> rollback() {
    return Optional.ofNullable(rollback);
  }
}
