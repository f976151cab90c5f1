package org.entente.kit.manifest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.kit.manifest.ManifestRejected.Code;
import org.jspecify.annotations.Nullable;

/**
 * The protected header of one signature. The profile is closed: a parameter that is not in it is
 * refused, so nothing in a message can name a key, an address or a rule to verify it by.
 */
record Header(
    SignatureAlgorithm algorithm, Instant issuedAt, Sha256 leaf, List<String> certificates) {

  private static final Set<String> KNOWN =
      Set.of("alg", "typ", "cty", "iat", "kid", "x5t#S256", "x5c");

  /** {@code type} is what the token must be made for, so that none passes for another. */
  static Header parse(byte[] utf8, String type) {
    Map<String, Object> members = Jws.object(utf8);
    if (!type.equals(members.get("typ"))) {
      throw new ManifestRejected(Code.SIG_TYP, "The token is not typed as " + type + ".");
    }
    if (!KNOWN.containsAll(members.keySet())) {
      throw header("The header holds a parameter that is not in the profile.");
    }
    SignatureAlgorithm algorithm = algorithm(members.get("alg"));
    if (members.getOrDefault("cty", "json") instanceof String cty
        && cty.equals("json")
        && members.getOrDefault("kid", "") instanceof String
        && members.get("iat") instanceof Long iat
        && members.get("x5t#S256") instanceof String leaf
        && members.get("x5c") instanceof List<?> chain) {
      return new Header(algorithm, seconds(iat), digest(leaf), strings(chain));
    }
    throw header("A header parameter is missing or of the wrong kind.");
  }

  private static SignatureAlgorithm algorithm(@Nullable Object value) {
    if (value instanceof String name) {
      return SignatureAlgorithm.named(name)
          .orElseThrow(() -> new ManifestRejected(Code.SIG_ALG, "The algorithm is not accepted."));
    }
    throw new ManifestRejected(Code.SIG_ALG, "The header names no algorithm.");
  }

  private static Instant seconds(long iat) {
    if (iat < 0 || iat > Claim.LAST_SECOND) {
      throw header("The header's iat is no time.");
    }
    return Instant.ofEpochSecond(iat);
  }

  private static Sha256 digest(String text) {
    return Sha256.ofBase64Url(text)
        .orElseThrow(() -> header("The header's x5t#S256 is no SHA-256 digest."));
  }

  private static List<String> strings(List<?> values) {
    return values.stream().map(value -> value instanceof String text ? text : "").toList();
  }

  static ManifestRejected header(String detail) {
    return new ManifestRejected(Code.SIG_HEADER, detail);
  }
}
