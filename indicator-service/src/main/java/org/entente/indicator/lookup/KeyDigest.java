package org.entente.indicator.lookup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.entente.indicator.bytes.Sha256;

/// What the index knows of a reader and a key: half a SHA-256 over both. To make two keys meet
/// takes 2^64 tries, to meet a given one 2^128.
final class KeyDigest {
  /// Before the id of the object that sightings and opinions are about.
  static final String ABOUT = "about:";

  private KeyDigest() {}

  static UUID of(String audience, String key) {
    byte[] text = (audience + "\n" + key).getBytes(StandardCharsets.UTF_8);
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(text).toBytes());
    return new UUID(digest.getLong(), digest.getLong());
  }
}
