package org.entente.stix.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The rules of I-JSON (RFC 7493 §2.1) that a JSON parser does not look at: strict UTF-8, no byte
/// order mark, no escape that is half a surrogate pair.
final class IJson {
  private static final int WINDOW = 8192;

  private IJson() {}

  /// @throws JsonRejected naming the byte where the text stops being I-JSON
  static void check(byte[] body) {
    if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB) {
      throw new JsonRejected(0, "a byte order mark");
    }
    checkUtf8(body);
    checkSurrogates(body);
  }

  private static void checkUtf8(byte[] body) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(body);
    CharBuffer out = CharBuffer.allocate(WINDOW);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw new JsonRejected(in.position(), "not UTF-8");
    }
  }

  /// Outside strings a backslash is no JSON at all, so every backslash can be read as an escape.
  private static void checkSurrogates(byte[] body) {
    for (int i = 0; i < body.length - 1; i++) {
      if (body[i] != '\\') {
        continue;
      }
      int unit = escapedUnit(body, i);
      boolean paired = isHigh(unit) && isLow(escapedUnit(body, i + 6));
      if ((isHigh(unit) && !paired) || isLow(unit)) {
        throw new JsonRejected(i, "half a surrogate pair");
      }
      i += paired ? 11 : 1;
    }
  }

  /// The code unit of a unicode escape at that place, or -1 when there is none.
  private static int escapedUnit(byte[] body, int at) {
    if (at + 6 > body.length || body[at] != '\\' || body[at + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(body[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private static boolean isHigh(int unit) {
    return unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
  }

  private static boolean isLow(int unit) {
    return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
  }
}
