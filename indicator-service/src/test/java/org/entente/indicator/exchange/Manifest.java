package org.entente.indicator.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/// What the gateway would have verified: this service takes its word, so the signature is made up.
///
/// @param claims further members of the gateway's facts, each followed by a comma
public record Manifest(String jti, String compact, String claims) {
  /// Where the signer's certificate was looked up.
  public static final String SIGNERS_LIST = "crl:" + "a".repeat(43) + "#7";

  /// Where the connection's certificate was looked up.
  public static final String CONNECTIONS_LIST = "crl:" + "b".repeat(43) + "#3";

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /// A manifest that limits nothing.
  public static Manifest fresh() {
    return of(UUID.randomUUID().toString(), "");
  }

  /// A manifest with more claims.
  public static Manifest claiming(String claims) {
    return of(UUID.randomUUID().toString(), claims + ",");
  }

  private static Manifest of(String jti, String claims) {
    String payload = encode("{\"jti\":\"" + jti + "\",\"n\":\"" + UUID.randomUUID() + "\"}");
    return new Manifest(jti, "eyJhbGciOiJFUzI1NiJ9." + payload + ".c2ln", claims);
  }

  /// Another manifest with the same jti.
  public Manifest withOtherContent() {
    return of(jti, claims);
  }

  /// The `Entente-Submission` header for a body.
  String facts(byte[] body) {
    return encode(
        """
        {"jti":"%s","iat":1795360201,"exp":1795360501,"signer":"urn:entente:signer:kr:ops",
        "signer_leaf":"x","manifest_sha256":"%s","body_sha256":"%s",%s
        "checks":["alg:ES256","%s","tls-%s","revocation:unchecked"],"verifier":"test"}\
        """
            .formatted(
                jti,
                sha256(compact.getBytes(StandardCharsets.US_ASCII)),
                sha256(body),
                claims,
                SIGNERS_LIST,
                CONNECTIONS_LIST));
  }

  /// base64url SHA-256.
  public static String sha256(byte[] bytes) {
    try {
      return BASE64URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
