package org.entente.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A byte string as a value: immutable, compared by content. Not for secrets: comparison takes
/// variable time and the content is printed.
public final class Octets {

  /// The byte string of length zero.
  public static final Octets EMPTY = new Octets(new byte[0]);

  private final byte[] bytes;

  private Octets(byte[] owned) {
    this.bytes = owned;
  }

  /// A copy of these bytes.
  public static Octets of(byte... bytes) {
    return new Octets(bytes.clone());
  }

  /// The UTF-8 encoding of a text.
  public static Octets utf8(String text) {
    return new Octets(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Wraps bytes that nobody else will ever change.
  static Octets owning(byte[] bytes) {
    return new Octets(bytes);
  }

  /// A copy of the content.
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /// The content itself, to be read only.
  byte[] shared() {
    return bytes;
  }

  /// Length in bytes.
  public int length() {
    return bytes.length;
  }

  /// The part from `start` (inclusive) to `end` (exclusive).
  public Octets slice(int start, int end) {
    return new Octets(Arrays.copyOfRange(bytes, start, end));
  }

  /// Lower-case hexadecimal.
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /// Standard base64 with padding, as C2SP texts use it.
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
