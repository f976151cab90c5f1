package org.entente.stix.address;

/// What a text may be when nobody said which chain it belongs to.
///
/// @param address the text read as an address of one chain
/// @param certainty how much of that the text itself shows
public record Candidate(Address address, Certainty certainty) {

  /// How far the text tells its chain.
  public enum Certainty {
    /// Prefix or version and a checksum belong to this chain alone.
    CERTAIN,
    /// Several chains have this form; the likeliest comes first.
    AMBIGUOUS,
    /// Nothing but the length speaks for it.
    WEAK
  }
}
