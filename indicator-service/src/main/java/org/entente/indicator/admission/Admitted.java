package org.entente.indicator.admission;

import java.util.List;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Slice;

/// A submission whose objects are stored and released.
///
/// @param receipt of the submission's record
/// @param status the TAXII status, as it will always be answered
/// @param outcome the records of the outcome, as they will always be appended
/// @param done whether the log is known to hold the outcome
public record Admitted(Receipt receipt, Slice status, List<Line> outcome, boolean done) {
  public Admitted {
    outcome = List.copyOf(outcome);
  }
}
