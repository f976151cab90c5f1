package org.entente.audit.fsck;

import java.util.List;

/**
 * What one step of a pass found.
 *
 * @param position from where the next one goes on
 * @param size of the log when this one was made
 * @param ended whether it was the last
 */
record Step(Position position, long size, List<Finding> findings, boolean ended) {

  Step {
    findings = List.copyOf(findings);
  }
}
