package org.entente.indicator.bytes;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/// Part of a byte array, without a copy. The array must not be changed while slices of it live.
public final class Slice {
  private final byte[] array;
  private final int from;
  private final int to;

  /// @throws IndexOutOfBoundsException unless `0 <= from <= to <= array.length`
  public Slice(byte[] array, int from, int to) {
    Objects.checkFromToIndex(from, to, array.length);
    this.array = array;
    this.from = from;
    this.to = to;
  }

  /// The whole array as one slice.
  public static Slice of(byte[] array) {
    return new Slice(array, 0, array.length);
  }

  /// Length in bytes.
  public int length() {
    return to - from;
  }

  /// A copy of just these bytes.
  public byte[] toBytes() {
    return Arrays.copyOfRange(array, from, to);
  }

  /// Writes just these bytes.
  public void writeTo(ByteArrayOutputStream out) {
    out.write(array, from, length());
  }

  /// SHA-256 over just these bytes.
  public Sha256 sha256() {
    MessageDigest digest = Sha256.digest();
    digest.update(array, from, length());
    return Sha256.ofDigest(digest.digest());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice that
        && Arrays.equals(array, from, to, that.array, that.from, that.to);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }
}
