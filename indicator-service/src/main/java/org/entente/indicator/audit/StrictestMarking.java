package org.entente.indicator.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.stix.marking.Tlp;

/// The strictest TLP level that bytes about to be released refer to, found without reading them as
/// JSON. What is withheld is not in them, so that the level tells nothing of it.
public final class StrictestMarking {
  private static final byte[] MARKING = "marking-definition--".getBytes(StandardCharsets.US_ASCII);
  private static final int UUID_LENGTH = 36;

  private StrictestMarking() {}

  /// The level as records spell it, `AMBER+STRICT` for instance; empty without any.
  public static Optional<String> in(byte[] bytes) {
    return in(Stream.of(bytes));
  }

  /// The strictest of all of these.
  public static Optional<String> in(Stream<byte[]> texts) {
    return texts
        .flatMap(StrictestMarking::levels)
        .max(Tlp::compareTo)
        .map(tlp -> tlp.label().toUpperCase(Locale.ROOT));
  }

  private static Stream<Tlp> levels(byte[] bytes) {
    Stream.Builder<Tlp> levels = Stream.builder();
    int length = MARKING.length + UUID_LENGTH;
    for (int at = 0; at + length <= bytes.length; at++) {
      if (bytes[at] == MARKING[0] && refers(bytes, at)) {
        String id = new String(bytes, at, length, StandardCharsets.US_ASCII);
        Tlp.ofMarking(id).ifPresent(levels);
      }
    }
    return levels.build();
  }

  private static boolean refers(byte[] bytes, int at) {
    return Arrays.equals(bytes, at, at + MARKING.length, MARKING, 0, MARKING.length);
  }
}
