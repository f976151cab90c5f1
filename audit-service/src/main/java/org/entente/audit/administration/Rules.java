package org.entente.audit.administration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.record.Sha256;

/**
 * What a log is run by, as digests: which keys sign, and what decides who appends, reads and
 * witnesses.
 *
 * @param keys base64url SHA-256 over the log's verifier keys
 * @param policy base64url SHA-256 over the rest
 * @param agreement hexadecimal digest of what the parties agreed on, which is a part of the policy
 */
record Rules(String keys, String policy, String agreement) {

  /** The rules that these lines spell, under this agreement. */
  static Rules of(List<String> keys, List<String> policy, String agreement) {
    var all = new ArrayList<>(policy);
    all.add("exchange file " + agreement);
    return new Rules(sha256(keys), sha256(all), agreement);
  }

  private static String sha256(List<String> lines) {
    return Sha256.of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
