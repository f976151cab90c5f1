package org.entente.indicator.admission;

import java.util.Map;
import java.util.UUID;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.Fact;

/// Where a submission comes from: what every record about it says.
///
/// @param submission version 4 UUID, the id of the TAXII status as well
/// @param receivedAt microseconds since 1970
/// @param facts collection, digests, signer
public record Origin(
    UUID submission, UUID collection, long receivedAt, Actor actor, Map<Fact, Object> facts) {
  public Origin {
    facts = Map.copyOf(facts);
  }
}
