package org.entente.stix.address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The English words of BIP-39 by their place in the list, which is alphabetical.
final class SeedWords {

  private static final int LONGEST = 8;
  private static final long[] WORDS = load();

  private SeedWords() {}

  /// The place of a word in either case, or a negative number when it is not in the list.
  static int find(CharSequence text, int start, int end) {
    return end - start < 3 || end - start > LONGEST
        ? -1
        : Arrays.binarySearch(WORDS, pack(text, start, end));
  }

  /// Five bits per letter from the left, so that numbers order as words do.
  private static long pack(CharSequence text, int start, int end) {
    long packed = 0;
    for (int i = start; i < end; i++) {
      packed = (packed << 5) | (text.charAt(i) & 0x1F);
    }
    return packed << (5 * (LONGEST - (end - start)));
  }

  private static long[] load() {
    try (var in = SeedWords.class.getResourceAsStream("bip39-english.txt")) {
      if (in == null) {
        throw new IllegalStateException("the word list is missing from the library");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .mapToLong(word -> pack(word, 0, word.length()))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
