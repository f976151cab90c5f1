package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.stix.marking.Recipient;

/** Makes submission manifests in the compact form. As thread-safe as its key. */
public final class ManifestSigner {

  private final TokenSigner tokens;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /** Refuses a key whose certificate does not name a signer. */
  public ManifestSigner(SigningKey key, Clock clock, Supplier<UUID> ids) {
    this.tokens = new TokenSigner(key);
    this.clock = clock;
    this.ids = ids;
  }

  /** The signer its certificate names. */
  public SignerUrn signer() {
    return tokens.signer();
  }

  /** The manifest for this draft, signed now: ASCII, ready for a header or a file. */
  public byte[] sign(SubmissionDraft draft) {
    Instant now = clock.instant();
    Map<String, Object> claims = claims(draft, now.getEpochSecond());
    return tokens.sign(ManifestVerifier.TYPE, now, claims).getBytes(US_ASCII);
  }

  private Map<String, Object> claims(SubmissionDraft draft, long now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("ver", 1L);
    claims.put("iss", signer().partner().urn());
    claims.put("sub", signer().toString());
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
}
