package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.TlogPolicy;

/** Runs whole passes. */
public record Passes(TlogPolicy log) {

  /** All that a pass over the log behind this connection finds. */
  public List<Finding> run(Connection connection) throws SQLException {
    var check = new LogCheck(log);
    var findings = new ArrayList<Finding>();
    var step = check.step(connection, Position.START);
    findings.addAll(step.findings());
    while (!step.ended()) {
      step = check.step(connection, step.position());
      findings.addAll(step.findings());
    }
    return findings;
  }
}
