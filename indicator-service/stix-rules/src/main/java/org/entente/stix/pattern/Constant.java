package org.entente.stix.pattern;

/// A constant (section 9.2). All but [Text] and [Truth] hold what stood in the pattern, so that no
/// digit is lost; a pattern with findings that are errors may hold ones without a value.
public sealed interface Constant {

  /// A string, its escapes resolved.
  record Text(String value) implements Constant {}

  /// An integer.
  record Whole(String digits) implements Constant {}

  /// A floating-point number.
  record Fraction(String digits) implements Constant {}

  /// `true` or `false`.
  record Truth(boolean value) implements Constant {}

  /// Octets as hexadecimal digits.
  record Hex(String digits) implements Constant {}

  /// Octets as base64.
  record Binary(String base64) implements Constant {}

  /// A point in time.
  record Timestamp(String text) implements Constant {}
}
