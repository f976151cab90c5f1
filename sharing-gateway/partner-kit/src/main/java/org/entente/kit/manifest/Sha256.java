package org.entente.kit.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** A SHA-256 digest; equality takes the same time wherever two digests differ. Immutable. */
public final class Sha256 {

  private final byte[] value;

  private Sha256(byte[] value) {
    this.value = value;
  }

  /** The digest of these bytes. */
  public static Sha256 of(byte[] bytes) {
    return new Sha256(digest().digest(bytes));
  }

  /** The digest of what is left to read there. */
  public static Sha256 of(InputStream in) throws IOException {
    MessageDigest digest = digest();
    byte[] piece = new byte[1 << 16];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      digest.update(piece, 0, read);
    }
    return new Sha256(digest.digest());
  }

  /** The digest of these parts, one after the other. */
  public static Sha256 ofAll(Iterable<byte[]> parts) {
    MessageDigest digest = digest();
    parts.forEach(digest::update);
    return new Sha256(digest.digest());
  }

  /** Takes a finished digest of 32 bytes, for callers that hash while they read. */
  public static Sha256 ofDigest(byte[] digest) {
    if (digest.length != 32) {
      throw new IllegalArgumentException("A SHA-256 digest has 32 bytes.");
    }
    return new Sha256(digest.clone());
  }

  /** Reads 43 characters of unpadded base64url, or empty when it is anything else. */
  public static Optional<Sha256> ofBase64Url(String text) {
    return Base64Url.decoded(text).filter(bytes -> bytes.length == 32).map(Sha256::new);
  }

  /** Unpadded base64url, the form used in claims and records. */
  public String base64Url() {
    return Base64Url.encode(value);
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return value.clone();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sha256 that && MessageDigest.isEqual(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return base64Url();
  }
}
