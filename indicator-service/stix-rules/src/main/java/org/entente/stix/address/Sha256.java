package org.entente.stix.address;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of the JDK, which uses the processor's own instructions.
final class Sha256 {

  private Sha256() {}

  static byte[] of(byte[] bytes, int length) {
    var digest = digest();
    digest.update(bytes, 0, length);
    return digest.digest();
  }

  static byte[] twice(byte[] bytes, int length) {
    var digest = digest();
    digest.update(bytes, 0, length);
    return digest.digest(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
