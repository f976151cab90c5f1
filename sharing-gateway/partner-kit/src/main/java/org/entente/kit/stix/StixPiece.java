package org.entente.kit.stix;

/// An object of a stream.
public sealed interface StixPiece permits StixSlice, StixPiece.TooLong {

  /// An object of which only this is known.
  ///
  /// @param id its `id` as it stands there, or empty
  /// @param length in bytes
  record TooLong(String id, long length) implements StixPiece {}
}
