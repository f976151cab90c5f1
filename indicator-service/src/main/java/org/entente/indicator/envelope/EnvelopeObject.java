package org.entente.indicator.envelope;

import org.entente.indicator.bytes.Slice;
import org.entente.indicator.stix.StixObject;

/// One object of an envelope: what the exchange read of it, and its bytes as the producer wrote
/// them, from `{` to `}`.
public record EnvelopeObject(StixObject stix, Slice bytes) {}
