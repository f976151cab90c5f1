package org.entente.stix.rule;

/// What one object may weigh.
///
/// @param bytes of the object as written
/// @param depth of values in each other, the object itself being the first
/// @param properties in one object or dictionary
/// @param elements in one list, of references too
/// @param text characters of one text; contents of an artifact are bounded by `bytes` alone
public record Limits(int bytes, int depth, int properties, int elements, int text) {
  /// Beyond anything seen in practice, and well within what the exchange can handle.
  public static final Limits USUAL = new Limits(1 << 20, 24, 1_000, 10_000, 1 << 18);
}
