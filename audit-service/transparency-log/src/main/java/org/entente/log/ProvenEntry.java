package org.entente.log;

/// An entry that a trusted log contains.
///
/// @param entry its bytes
/// @param leaf its leaf hash
/// @param index its position in the log
/// @param checkpoint the signed state of the log that contains it
public record ProvenEntry(Octets entry, LeafHash leaf, long index, Checkpoint checkpoint) {}
