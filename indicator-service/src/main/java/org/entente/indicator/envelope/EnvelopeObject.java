package org.entente.indicator.envelope;

import org.entente.indicator.bytes.Slice;
import org.entente.indicator.stix.StixObject;
import org.entente.stix.json.JsonObject;

/// One object of an envelope: what the exchange reads of it, all it says, and its bytes as the
/// producer wrote them, from `{` to `}`.
public record EnvelopeObject(StixObject stix, JsonObject json, Slice bytes) {}
