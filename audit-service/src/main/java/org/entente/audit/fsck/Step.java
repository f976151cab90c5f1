package org.entente.audit.fsck;

import java.util.List;
import java.util.Optional;
import org.entente.log.RootHash;

/**
 * What one step of a pass found.
 *
 * @param position from where the next one goes on
 * @param size of the log when this one was made
 * @param ended whether it was the last
 * @param root of all entries, when it was the last and they make a tree
 */
record Step(
    Position position, long size, List<Finding> findings, boolean ended, Optional<RootHash> root) {

  Step {
    findings = List.copyOf(findings);
  }

  static Step onTheWay(Position position, long size, List<Finding> findings) {
    return new Step(position, size, findings, false, Optional.empty());
  }

  static Step last(Position position, long size, List<Finding> findings, RootHash root) {
    return new Step(position, size, findings, true, Optional.of(root));
  }

  /** The pass ends here: what is behind cannot be judged. */
  static Step brokenOff(Position position, long size, List<Finding> findings) {
    return new Step(position, size, findings, true, Optional.empty());
  }
}
