package org.entente.stix.pattern;

/// One value that a pattern asks to be equal, or a network it asks an address to lie in.
///
/// @param type the STIX type the value belongs to; behind a reference, the type referred to
/// @param path the property below that type without quotes and list indices, hash algorithms under
///   the names of hash-algorithm-ov: `value`, `hashes.SHA-256`
/// @param value as the pattern has it
/// @param role the reference it stands behind, `network-traffic:src_ref`; empty when it stands
///   behind none
public record Atom(String type, String path, String value, String role) {}
