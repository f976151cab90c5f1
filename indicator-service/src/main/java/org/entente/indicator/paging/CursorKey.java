package org.entente.indicator.paging;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/// The key of HMAC-SHA256 that seals cursors, and others that open what another replica has sealed
/// while the key is changed. Thread-safe.
@Singleton
final class CursorKey {
  private static final Logger LOG = Logger.getLogger(CursorKey.class);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_BYTES = 32;

  /// The first one seals.
  private final List<SecretKeySpec> keys;

  /// Takes the configured keys, or makes one up that no other replica has.
  ///
  /// @throws IllegalStateException when what is configured is no key
  CursorKey(CursorConfig config) {
    List<byte[]> bytes =
        text(config)
            .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()))
            .map(lines -> lines.map(CursorKey::decode).toList())
            .orElseGet(() -> List.of(generate()));
    if (bytes.isEmpty()) {
      throw new IllegalStateException("entente.cursor.key-file holds no key");
    }
    this.keys = bytes.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
  }

  private static Optional<String> text(CursorConfig config) {
    if (config.key().isPresent() && config.keyFile().isPresent()) {
      throw new IllegalStateException("set entente.cursor.key or entente.cursor.key-file");
    }
    return config.key().or(() -> config.keyFile().map(CursorKey::read));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("entente.cursor.key-file cannot be read: " + file, e);
    }
  }

  private static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalStateException("a cursor key is base64 of at least 32 random bytes");
    }
    return bytes;
  }

  private static byte[] generate() {
    LOG.warn("entente.cursor.key is not set: next is good at this replica only, until it restarts");
    byte[] bytes = new byte[LEAST_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /// The seal of these parts.
  byte[] mac(byte[]... parts) {
    return mac(keys.getFirst(), parts);
  }

  /// Whether any of the keys has sealed these parts so.
  boolean sealed(byte[] mac, byte[]... parts) {
    boolean sealed = false;
    for (SecretKeySpec key : keys) {
      sealed |= MessageDigest.isEqual(mac, mac(key, parts));
    }
    return sealed;
  }

  private static byte[] mac(SecretKeySpec key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
