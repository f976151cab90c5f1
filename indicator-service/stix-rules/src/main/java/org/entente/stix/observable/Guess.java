package org.entente.stix.observable;

/// One reading of a pasted value.
///
/// @param key what it would be
/// @param strength how it relates to the value
public record Guess(ObservableKey key, Strength strength) {}
