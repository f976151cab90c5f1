package org.entente.kit.stix;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.regex.Pattern;

/** One object as its producer wrote it. Immutable. */
public final class StixSlice implements StixPiece {

  private static final Pattern SAFE = Pattern.compile("[a-z0-9-]{1,250}--[0-9a-f-]{36}");

  private final String id;
  private final byte[] bytes;

  StixSlice(String id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes;
  }

  /** Its {@code id}, or empty when it has none. */
  public String id() {
    return id;
  }

  /** Whether the id can be used as a file name without danger. */
  public boolean hasProperId() {
    return SAFE.matcher(id).matches();
  }

  /** Their number. */
  public int length() {
    return bytes.length;
  }

  /** Writes the bytes. */
  void writeTo(ByteArrayOutputStream out) {
    out.writeBytes(bytes);
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StixSlice that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
