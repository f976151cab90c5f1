package org.entente.kit.manifest;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64url as RFC 7515 section 2 has it: no padding, no line breaks, no other alphabet, and no
 * second spelling of the same bytes (unused bits are zero). The JDK's decoder is more lenient, so
 * what it read is written again and compared.
 */
final class Base64Url {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  static Optional<byte[]> decoded(String text) {
    return exact(text, Base64.getUrlDecoder(), ENCODER);
  }

  /** Padded base64 of RFC 4648 section 4, as {@code x5c} uses it. */
  static Optional<byte[]> decodedStandard(String text) {
    return exact(text, Base64.getDecoder(), Base64.getEncoder());
  }

  private static Optional<byte[]> exact(String text, Base64.Decoder read, Base64.Encoder write) {
    try {
      byte[] bytes = read.decode(text);
      return write.encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
