package org.entente.indicator.act;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.collection.Collection;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Recipients;

/// Acts that are in the log and may now be carried out. Without a receipt there are none of these.
///
/// @param limit whom the manifest names
/// @param floor level the manifest claims
/// @param outcome under which operation their outcome is recorded
/// @param status of HTTP, of the answer
public record Performable(
    UUID id,
    Collection collection,
    Recipients limit,
    Tlp floor,
    List<Act> acts,
    Instant receivedAt,
    Actor actor,
    Map<Fact, Object> facts,
    Operation outcome,
    int status,
    Receipt receipt) {
  public Performable {
    acts = List.copyOf(acts);
    facts = Map.copyOf(facts);
  }
}
