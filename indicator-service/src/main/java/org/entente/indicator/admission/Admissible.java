package org.entente.indicator.admission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.collection.Collection;
import org.entente.stix.release.ReleaseRule;

/// A submission that is in the log and may now be admitted. Without a receipt there is none of
/// these.
///
/// @param plain whether the body holds nothing but the objects
/// @param facts of the submission, repeated in the record of its outcome
public record Admissible(
    UUID id,
    Collection collection,
    ReleaseRule rule,
    List<Offer> offers,
    boolean plain,
    Instant receivedAt,
    Actor actor,
    Map<Fact, Object> facts,
    Receipt receipt) {

  private static final int ROW_WEIGHT = 1600;

  public Admissible {
    offers = List.copyOf(offers);
    facts = Map.copyOf(facts);
  }

  /// Whom it may reach.
  Reach reach() {
    return new Reach(rule, collection.audience().readers());
  }

  /// Bytes it weighs in a batch; small objects weigh their rows.
  long weight() {
    return offers.stream().mapToLong(offer -> Math.max(offer.bytes().length(), ROW_WEIGHT)).sum();
  }
}
