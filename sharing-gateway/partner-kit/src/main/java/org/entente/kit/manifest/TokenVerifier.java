package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.Optional;
import org.entente.kit.manifest.ManifestRejected.Code;

/**
 * Verifies compact tokens of one type that are signed like manifests: the same header profile,
 * keys, certificate chains and algorithms. What the claims say is the caller's to judge.
 * Thread-safe.
 */
public final class TokenVerifier {

  private final SignatureRules signatures;
  private final String type;

  /** Trusts nobody but the partners given, with tokens of this {@code typ}. */
  public TokenVerifier(SigningTrust trust, String type) {
    this.signatures = new SignatureRules(trust);
    this.type = type;
  }

  /**
   * The claims of a token whose signature holds, or {@link ManifestRejected} with one of the codes
   * that begin with {@code SIG_}.
   *
   * @param token at most 64 KiB
   * @param receivedAt when the certificates must be valid besides the time of signing
   */
  public VerifiedToken verify(String token, Optional<Instant> receivedAt) {
    byte[] raw = token.getBytes(ISO_8859_1);
    if (token.startsWith("{")) {
      throw new ManifestRejected(Code.SIG_MALFORMED, "The token is not in the compact form.");
    }
    Jws jws = Jws.parse(raw);
    Jws.Part part = jws.signatures().getFirst();
    Header header = Header.parse(Jws.decode(part.header()), type);
    SigningPath path = signatures.require(jws, part, header, receivedAt).path();
    return new VerifiedToken(
        Jws.object(Jws.decode(jws.payload())), Sha256.of(raw), path.signer(), header.issuedAt());
  }
}
