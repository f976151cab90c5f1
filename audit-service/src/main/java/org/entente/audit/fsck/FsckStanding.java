package org.entente.audit.fsck;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.audit.fsck.Finding.Part;

/**
 * How the check of the whole log stands.
 *
 * @param verified entries the pass under way, or the last one, has checked
 * @param started when that pass began; empty before the first one
 * @param ended when it ended; empty while it is under way
 * @param findings of it, and of the one before while it is under way
 */
public record FsckStanding(
    long verified, Optional<Instant> started, Optional<Instant> ended, List<Finding> findings) {

  static final FsckStanding NONE =
      new FsckStanding(0, Optional.empty(), Optional.empty(), List.of());

  public FsckStanding {
    findings = List.copyOf(findings);
  }

  static FsckStanding of(Pass pass, List<Finding> findings) {
    return new FsckStanding(
        pass.position().verified(), Optional.of(pass.started()), pass.ended(), findings);
  }

  /** Whether something of what is signed does not fit. */
  public boolean damaged() {
    return findings.stream().anyMatch(finding -> finding.part() == Part.LOG);
  }
}
