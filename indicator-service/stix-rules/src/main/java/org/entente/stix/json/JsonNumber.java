package org.entente.stix.json;

/// A number as it was written, within what I-JSON keeps exact (RFC 7493 §2.2): whole numbers up to
/// 2^53-1, others finite as a double.
public record JsonNumber(String raw) implements Json {
  /// Whether it is written without fraction and exponent.
  public boolean isInteger() {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return false;
      }
    }
    return true;
  }

  /// The whole number.
  ///
  /// @throws NumberFormatException unless [#isInteger]
  public long longValue() {
    return Long.parseLong(raw);
  }

  /// The nearest double.
  public double doubleValue() {
    return Double.parseDouble(raw);
  }
}
