package org.entente.kit.manifest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * What a manifest is compared with: the digest and size of the body exactly as received. Immutable;
 * keeps a reference to the bytes when made from them, and never parses them.
 */
public final class Body {

  private final Sha256 sha256;
  private final long size;
  private final Optional<byte[]> bytes;

  private Body(Sha256 sha256, long size, Optional<byte[]> bytes) {
    this.sha256 = sha256;
    this.size = size;
    this.bytes = bytes;
  }

  /** The body itself; the array must not be changed afterwards. */
  public static Body of(byte[] bytes) {
    return new Body(Sha256.of(bytes), bytes.length, Optional.of(bytes));
  }

  /** A body that was hashed while it was read; a manifest with a SHA-384 claim is then refused. */
  public static Body ofDigest(Sha256 sha256, long size) {
    return new Body(sha256, size, Optional.empty());
  }

  /** SHA-256 over the bytes as received. */
  public Sha256 sha256() {
    return sha256;
  }

  /** Length in bytes. */
  public long size() {
    return size;
  }

  /** Only computed when a manifest names it. */
  Optional<String> sha384() {
    return bytes.map(content -> Base64Url.encode(sha384Digest().digest(content)));
  }

  private static MessageDigest sha384Digest() {
    try {
      return MessageDigest.getInstance("SHA-384");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-384", e);
    }
  }
}
