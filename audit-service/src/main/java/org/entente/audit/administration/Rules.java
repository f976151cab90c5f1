package org.entente.audit.administration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * What a log is run by, as digests: which keys sign, and what decides who appends, reads and
 * witnesses.
 *
 * @param keys base64url SHA-256 over the log's verifier keys
 * @param policy base64url SHA-256 over the rest
 */
record Rules(String keys, String policy) {

  /** The rules that these lines spell. */
  static Rules of(List<String> keys, List<String> policy) {
    return new Rules(sha256(keys), sha256(policy));
  }

  private static String sha256(List<String> lines) {
    try {
      var text = String.join("\n", lines) + "\n";
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
