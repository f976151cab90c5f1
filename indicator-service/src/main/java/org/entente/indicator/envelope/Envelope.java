package org.entente.indicator.envelope;

import java.util.List;

/// A TAXII envelope (TAXII 2.1 §3.7) with at least one object.
///
/// @param objects in the order of the body
/// @param plain whether the body says nothing beyond TAXII's own members; only then does seeing all
///   objects mean having seen the whole body
public record Envelope(List<EnvelopeObject> objects, boolean plain) {
  public Envelope {
    objects = List.copyOf(objects);
  }
}
