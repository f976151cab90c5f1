package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.kit.json.JsonText;
import org.entente.stix.marking.Recipient;

/** Makes submission manifests in the compact form. As thread-safe as its key. */
public final class ManifestSigner {

  private final SigningKey key;
  private final SignerUrn signer;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /** Refuses a key whose certificate does not name a signer. */
  public ManifestSigner(SigningKey key, Clock clock, Supplier<UUID> ids) {
    this.key = key;
    this.clock = clock;
    this.ids = ids;
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

  /** The manifest for this draft, signed now: ASCII, ready for a header or a file. */
  public byte[] sign(SubmissionDraft draft) {
    long now = clock.instant().getEpochSecond();
    String input = part(header(now)) + "." + part(claims(draft, now));
    String signature = Base64Url.encode(key.sign(input.getBytes(US_ASCII)));
    return (input + "." + signature).getBytes(US_ASCII);
  }

  private Map<String, Object> header(long now) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", key.algorithm().name());
    header.put("typ", Header.TYPE);
    header.put("cty", "json");
    header.put("iat", now);
    header.put("x5t#S256", Sha256.of(der(key.chain().getFirst())).base64Url());
    header.put(
        "x5c", key.chain().stream().map(c -> Base64.getEncoder().encodeToString(der(c))).toList());
    return header;
  }

  private Map<String, Object> claims(SubmissionDraft draft, long now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("ver", 1L);
    claims.put("iss", signer.partner().urn());
    claims.put("sub", signer.toString());
    claims.put("aud", draft.audience());
    claims.put("iat", now);
    claims.put("exp", now + draft.lifetime().toSeconds());
    claims.put("jti", ids.get().toString());
    claims.put("col", draft.collection());
    if (!draft.recipients().isEmpty()) {
      claims.put("rel", draft.recipients().stream().map(Recipient::urn).toList());
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("cty", draft.content().mediaType());
    body.put("size", draft.body().size());
    body.put("sha-256", draft.body().sha256().base64Url());
    claims.put("body", body);
    return claims;
  }

  private static String part(Map<String, Object> members) {
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
