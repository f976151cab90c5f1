package org.entente.indicator.admission;

import java.util.List;
import java.util.UUID;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Slice;

/// A submission whose objects are stored and released.
///
/// @param receipt of the submission itself
/// @param status the TAXII status, byte for byte the first answer for ever
/// @param outcome records that still have to reach the log, the same bytes at every attempt
public record Admitted(UUID submission, Receipt receipt, Slice status, List<Line> outcome) {
  public Admitted {
    outcome = List.copyOf(outcome);
  }
}
