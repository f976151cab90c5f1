package org.entente.indicator.bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// A SHA-256 digest as a value.
public final class Sha256 {
  private static final int LENGTH = 32;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final byte[] digest;

  private Sha256(byte[] digest) {
    if (digest.length != LENGTH) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + digest.length);
    }
    this.digest = digest;
  }

  /// Hashes `bytes`.
  public static Sha256 of(byte[] bytes) {
    return new Sha256(digest().digest(bytes));
  }

  /// Takes 32 bytes that are a digest already.
  public static Sha256 ofDigest(byte[] digest) {
    return new Sha256(digest.clone());
  }

  /// Reads base64url without padding.
  ///
  /// @throws IllegalArgumentException when the text is not exactly one digest
  public static Sha256 parse(String base64url) {
    Sha256 parsed = new Sha256(Base64.getUrlDecoder().decode(base64url));
    if (!parsed.base64url().equals(base64url)) {
      throw new IllegalArgumentException("not canonical base64url");
    }
    return parsed;
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The 32 bytes, copied.
  public byte[] toBytes() {
    return digest.clone();
  }

  /// The digest as base64url without padding: 43 characters.
  public String base64url() {
    return ENCODER.encodeToString(digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sha256 that && MessageDigest.isEqual(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  @Override
  public String toString() {
    return base64url();
  }
}
