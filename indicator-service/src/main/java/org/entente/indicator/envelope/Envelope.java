package org.entente.indicator.envelope;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.stix.json.Json;

/// A TAXII envelope (TAXII 2.1 §3.7) with at least one object.
///
/// @param objects in the order of the body
/// @param besides the body's other members
public record Envelope(List<EnvelopeObject> objects, Map<String, Json> besides) {
  private static final Set<String> TAXII = Set.of("more", "next");

  public Envelope {
    objects = List.copyOf(objects);
    besides = Map.copyOf(besides);
  }

  /// Whether the body says nothing beyond TAXII's own members; only then does seeing all objects
  /// mean having seen the whole body.
  public boolean plain() {
    return TAXII.containsAll(besides.keySet());
  }
}
