package org.entente.stix.address;

/// Seed phrases of BIP-39: 12 to 24 words of one list, whose last bits are the beginning of the
/// SHA-256 of the rest.
final class SeedPhrase {

  private static final int MOST_WORDS = 24;

  /// Characters that may stand between two words: a line break, a comma, a number and its dot.
  private static final int WIDEST_GAP = 8;

  private SeedPhrase() {}

  /// Where the longest phrase that begins here ends, or -1 when none does.
  static int endOf(CharSequence text, int start) {
    var words = new int[MOST_WORDS];
    var ends = new int[MOST_WORDS];
    int count = 0;
    int at = start;
    while (count < MOST_WORDS && at >= 0) {
      int end = wordEnd(text, at);
      int word = SeedWords.find(text, at, end);
      if (word < 0) {
        break;
      }
      words[count] = word;
      ends[count++] = end;
      at = nextWord(text, end);
    }
    for (int size = count - count % 3; size >= 12; size -= 3) {
      if (checksumRight(words, size)) {
        return ends[size - 1];
      }
    }
    return -1;
  }

  private static int wordEnd(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && letter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int nextWord(CharSequence text, int end) {
    for (int at = end; at < Math.min(text.length(), end + WIDEST_GAP); at++) {
      char c = text.charAt(at);
      if (letter(c)) {
        return at;
      }
      if (c > 127 && !Character.isSpaceChar(c)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean checksumRight(int[] words, int size) {
    int checksumBits = size / 3;
    var bytes = new byte[size * 11 / 8 + 1];
    for (int bit = 0; bit < size * 11; bit++) {
      int set = (words[bit / 11] >> (10 - bit % 11)) & 1;
      bytes[bit / 8] |= (byte) (set << (7 - bit % 8));
    }
    int entropy = size * 4 / 3;
    int expected = Sha256.of(bytes, entropy)[0] & 0xFF;
    return expected >>> (8 - checksumBits) == (bytes[entropy] & 0xFF) >>> (8 - checksumBits);
  }
}
