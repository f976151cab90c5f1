package org.entente.stix.observable;

import java.util.Optional;

/// The digits of internationalised labels (RFC 3492).
final class Punycode {

  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE = 0x80;

  private Punycode() {}

  /// @param label at most 63 letters, or the numbers inside overflow
  static String encode(String label) {
    int[] points = label.codePoints().toArray();
    var text = new StringBuilder();
    label.codePoints().filter(c -> c < FIRST_CODE).forEach(text::appendCodePoint);
    int basic = text.length();
    if (basic > 0) {
      text.append('-');
    }
    int done = basic;
    int code = FIRST_CODE;
    int delta = 0;
    int bias = FIRST_BIAS;
    while (done < points.length) {
      int next = lowestFrom(points, code);
      delta += (next - code) * (done + 1);
      code = next;
      for (int point : points) {
        delta += point < code ? 1 : 0;
        if (point == code) {
          number(text, delta, bias);
          bias = adapt(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
      delta++;
      code++;
    }
    return text.toString();
  }

  /// The label's letters, or empty when it is no Punycode.
  static Optional<String> decode(String text) {
    int dash = text.lastIndexOf('-');
    var out = new StringBuilder(text.substring(0, Math.max(dash, 0)));
    var digits = new Digits(text, dash + 1);
    int code = FIRST_CODE;
    int index = 0;
    for (int count = out.length() + 1; digits.more(); count++) {
      int step = digits.next();
      if (step < 0 || step > Integer.MAX_VALUE - index) {
        return Optional.empty();
      }
      digits.bias = adapt(step, count, index == 0);
      index += step;
      code += index / count;
      index %= count;
      if (!Character.isValidCodePoint(code)) {
        return Optional.empty();
      }
      out.insert(out.offsetByCodePoints(0, index++), Character.toString(code));
    }
    return Optional.of(out.toString());
  }

  /// The numbers of variable length that an encoded label consists of.
  private static final class Digits {

    private final String text;
    private int at;
    private int bias = FIRST_BIAS;

    Digits(String text, int at) {
      this.text = text;
      this.at = at;
    }

    boolean more() {
      return at < text.length();
    }

    /// The next number, or -1 when there is none.
    int next() {
      long number = 0;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = more() ? value(text.charAt(at++)) : -1;
        number += digit * weight;
        if (digit < 0 || number > Integer.MAX_VALUE) {
          return -1;
        }
        int threshold = threshold(k, bias);
        if (digit < threshold) {
          return (int) number;
        }
        weight = Math.min(weight * (BASE - threshold), Integer.MAX_VALUE);
      }
    }
  }

  private static int lowestFrom(int[] points, int code) {
    int lowest = Integer.MAX_VALUE;
    for (int point : points) {
      if (point >= code && point < lowest) {
        lowest = point;
      }
    }
    return lowest;
  }

  private static void number(StringBuilder text, int delta, int bias) {
    int rest = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = threshold(k, bias);
      if (rest < threshold) {
        text.append(digit(rest));
        return;
      }
      text.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  private static int threshold(int k, int bias) {
    return Math.clamp(k - bias, T_MIN, T_MAX);
  }

  private static int adapt(int delta, int count, boolean first) {
    int rest = first ? delta / DAMP : delta / 2;
    rest += rest / count;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int value(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }
}
