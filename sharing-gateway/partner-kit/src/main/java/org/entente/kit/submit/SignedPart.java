package org.entente.kit.submit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;

/// A part with its manifest, ready to be sent or sent already.
///
/// @param number from 1
/// @param attempt from 1; more when an earlier manifest expired without an answer
/// @param objects in it
/// @param body digest of the envelope
/// @param manifest in the compact form
record SignedPart(int number, int attempt, int objects, Sha256 body, String manifest) {

  private static final long LAST_SECOND = 253_402_300_799L;

  byte[] manifestBytes() {
    return manifest.getBytes(US_ASCII);
  }

  /// When it was signed, by its own claims; long ago when they cannot be read.
  Instant issuedAt() {
    return time("iat").orElse(Instant.EPOCH);
  }

  /// Until when it may be accepted, by its own claims; for ever when they cannot be read, since
  /// only the door can tell then.
  Instant expiresAt() {
    return time("exp").orElse(Instant.MAX);
  }

  /// Our own word, hence without verification.
  private Optional<Instant> time(String claim) {
    String[] parts = manifest.split("\\.", -1);
    try {
      Map<String, Object> claims =
          StrictJson.object(Base64.getUrlDecoder().decode(parts[parts.length == 3 ? 1 : 0]));
      return claims.get(claim) instanceof Long seconds && seconds <= LAST_SECOND
          ? Optional.of(Instant.ofEpochSecond(seconds))
          : Optional.empty();
    } catch (IllegalArgumentException | JsonRejected e) {
      return Optional.empty(); // Somebody else made it, in another form or badly.
    }
  }
}
