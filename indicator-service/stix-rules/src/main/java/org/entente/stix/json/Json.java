package org.entente.stix.json;

/// A JSON value. Trees are immutable and hold no copy of the text beyond their own strings. Two
/// trees say the same when their canonical forms are equal ([CanonicalJson]); `equals` does not
/// look that deep.
public sealed interface Json
    permits JsonObject, JsonArray, JsonText, JsonNumber, JsonBoolean, JsonNull {}
