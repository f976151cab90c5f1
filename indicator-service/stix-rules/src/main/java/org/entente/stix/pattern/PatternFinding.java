package org.entente.stix.pattern;

/// A fault of a pattern that could be read.
///
/// @param rule which rule it breaks
/// @param position where, as an index into the string
/// @param message what is wrong, in words that hold nothing of the pattern but names of types,
///   properties and hash algorithms the standard knows
public record PatternFinding(PatternRule rule, int position, String message) {}
