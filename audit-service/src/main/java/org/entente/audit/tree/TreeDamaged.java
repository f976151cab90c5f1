package org.entente.audit.tree;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** What is stored contradicts the tree: somebody or something changed the past. */
public final class TreeDamaged extends Refusal {

  /**
   * @param detail which part does not fit
   */
  public TreeDamaged(String detail) {
    super(RefusalCode.LOG_CORRUPT, detail);
  }
}
