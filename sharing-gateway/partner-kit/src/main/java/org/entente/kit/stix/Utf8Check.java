package org.entente.kit.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// Refuses what is not UTF-8, chunk by chunk. A JSON parser would guess other encodings and skips
/// over bad bytes in what it does not look at.
final class Utf8Check {

  private static final int LONGEST = 4;

  private final CharsetDecoder decoder = UTF_8.newDecoder();
  private final CharBuffer thrownAway = CharBuffer.allocate(4096);
  private final ByteBuffer split = ByteBuffer.allocate(2 * LONGEST);
  private long seen;

  /// The next bytes; a negative count is the end. [StixUnreadable] when they are wrong.
  void accept(byte[] bytes, int offset, int count) {
    if (count < 0) {
      require(split.position() == 0);
      return;
    }
    // JSON begins with two characters of ASCII; other encodings, and byte order marks, do not.
    for (int i = 0; i < count && seen + i < 2; i++) {
      require(bytes[offset + i] > 0);
    }
    seen += count;
    ByteBuffer fresh = ByteBuffer.wrap(bytes, offset, count);
    while (split.position() > 0 && fresh.hasRemaining()) {
      split.put(fresh.get());
      split.flip();
      decode(split);
      split.compact();
    }
    decode(fresh);
    split.put(fresh);
  }

  private void decode(ByteBuffer bytes) {
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      thrownAway.clear();
      result = decoder.decode(bytes, thrownAway, false);
    }
    require(result.isUnderflow());
  }

  private static void require(boolean held) {
    if (!held) {
      throw new StixUnreadable("It is no UTF-8.");
    }
  }
}
