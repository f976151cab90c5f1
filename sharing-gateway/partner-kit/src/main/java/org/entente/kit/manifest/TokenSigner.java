package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.kit.json.JsonText;

/**
 * Signs claims as a compact token with the header that manifests have. As thread-safe as its key.
 */
public final class TokenSigner {

  private final SigningKey key;
  private final SignerUrn signer;

  /** Refuses a key whose certificate does not name a signer. */
  public TokenSigner(SigningKey key) {
    this.key = key;
    this.signer =
        SignerProfile.signer(key.chain().getFirst())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "The certificate names no signer (urn:entente:signer:<partner>:<name>)."));
  }

  /** The signer its certificate names. */
  public SignerUrn signer() {
    return signer;
  }

  /**
   * One signature over these claims; ASCII.
   *
   * @param type the header's {@code typ}: what the token is for
   * @param at the header's {@code iat}, in whole seconds
   */
  public String sign(String type, Instant at, Map<String, ?> claims) {
    String input = part(header(type, at)) + "." + part(claims);
    return input + "." + Base64Url.encode(key.sign(input.getBytes(US_ASCII)));
  }

  private Map<String, Object> header(String type, Instant at) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", key.algorithm().name());
    header.put("typ", type);
    header.put("cty", "json");
    header.put("iat", at.getEpochSecond());
    header.put("x5t#S256", Sha256.of(der(key.chain().getFirst())).base64Url());
    header.put(
        "x5c", key.chain().stream().map(c -> Base64.getEncoder().encodeToString(der(c))).toList());
    return header;
  }

  private static String part(Map<String, ?> members) {
    return Base64Url.encode(JsonText.of(members).getBytes(UTF_8));
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("A certificate of the chain cannot be encoded", e);
    }
  }
}
