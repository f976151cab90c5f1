package org.entente.stix.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as ECMAScript writes them (RFC 8785 §3.2.2.3, ECMA-262 Number::toString).
final class EcmaNumber {
  private static final int PLAIN_FROM = -6;
  private static final int PLAIN_TO = 21;

  private EcmaNumber() {}

  static String text(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    return (value < 0 ? "-" : "") + layout(digits, point);
  }

  /// The shortest decimal that reads as this double. Java finds it too, but prefers two digits to
  /// one where they are nearer.
  private static BigDecimal shortest(double value) {
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal one = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return one.doubleValue() == value ? one.stripTrailingZeros() : decimal;
  }

  /// @param point the value is 0.digits times ten to the power of `point`
  private static String layout(String digits, int point) {
    int length = digits.length();
    if (length <= point && point <= PLAIN_TO) {
      return digits + "0".repeat(point - length);
    }
    if (0 < point && point <= PLAIN_TO) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (PLAIN_FROM < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String mantissa = length == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
