package org.entente.local.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import java.util.UUID;

/** Ids as STIX 2.1 section 2.9 wants them, the same at every run. */
final class StixIds {

  /** The namespace of STIX cyber observables. */
  private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  private static final int VERSION_BYTE = 6;
  private static final int VARIANT_BYTE = 8;

  private final Random random;

  StixIds(long seed) {
    random = new Random(seed);
  }

  /** A version 4 UUID: for objects that are statements. */
  String statement(String type) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return type + "--" + uuid(bytes, 4);
  }

  /** A version 5 UUID over canonical JSON: for observables, which are the same for everybody. */
  static String observable(String type, String canonicalJson) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(OBSERVABLES.getMostSignificantBits())
              .putLong(OBSERVABLES.getLeastSignificantBits())
              .flip());
      return type + "--" + uuid(digest.digest(canonicalJson.getBytes(StandardCharsets.UTF_8)), 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static UUID uuid(byte[] bytes, int version) {
    bytes[VERSION_BYTE] = (byte) ((bytes[VERSION_BYTE] & 0x0f) | (version << 4));
    bytes[VARIANT_BYTE] = (byte) ((bytes[VARIANT_BYTE] & 0x3f) | 0x80);
    var buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
