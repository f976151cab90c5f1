package org.entente.indicator.admission;

import java.util.List;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.release.ReleaseRule;

/// A submission that is in the log and waits to be admitted. There is no other way to make one than
/// with a receipt: nothing becomes visible before it is recorded.
///
/// @param receipt where the submission stands in the log
/// @param rule who may see what of it
/// @param offers all objects of the body, in their order
/// @param plain whether the body says nothing beyond its objects
public record Candidate(
    Origin origin, Receipt receipt, ReleaseRule rule, List<Offer> offers, boolean plain) {
  public Candidate {
    offers = List.copyOf(offers);
  }
}
