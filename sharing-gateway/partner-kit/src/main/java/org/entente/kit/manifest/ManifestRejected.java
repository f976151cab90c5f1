package org.entente.kit.manifest;

import java.util.Optional;
import org.entente.revocation.ListName;
import org.jspecify.annotations.Nullable;

/**
 * A manifest that must not be accepted. The message is a sentence for people and says no more about
 * the failing step than the code does.
 */
public final class ManifestRejected extends RuntimeException {

  /** Stable names for the reasons, each with the HTTP status the gateway answers. */
  public enum Code {
    /** Not a JWS in one of the two accepted forms, or not strict JSON or base64url inside. */
    SIG_MALFORMED(400),
    /** An algorithm that is not allowed, or not the one of the certificate's key. */
    SIG_ALG(400),
    /** A header parameter that is missing, malformed or not in the profile. */
    SIG_HEADER(400),
    /** The token was made for something else than a submission. */
    SIG_TYP(400),
    /** The signer's certificate is not one that is registered and valid for a partner. */
    SIG_TRUST(403),
    /** A certificate between the signer and the partner's CA is revoked. */
    SIG_REVOKED(403),
    /** The list that says which certificates are revoked is not there, or too old. */
    REVOCATION_UNAVAILABLE(503),
    /** The signature does not belong to these bytes and this certificate. */
    SIG_INVALID(400),
    /** Certificate, claims and caller do not name the same partner. */
    SIGNER_PARTNER_MISMATCH(403),
    /** The body is not the one that was signed: digest, size or content type differ. */
    BODY_DIGEST(400),
    /** Outside its time window, or a window that is too long. */
    CLAIM_TIME(400),
    /** Made for another exchange. */
    CLAIM_AUD(403),
    /** Made for another collection. */
    CLAIM_COL(403),
    /** A claim that is missing, malformed or unknown. */
    CLAIM_INVALID(400);

    private final int status;

    Code(int status) {
      this.status = status;
    }
  }

  private final Code code;
  private final int status;
  private final @Nullable ListName list;

  ManifestRejected(Code code, String detail) {
    this(code, code.status, detail, null);
  }

  ManifestRejected(Code code, String detail, ListName list) {
    this(code, code.status, detail, list);
  }

  private ManifestRejected(Code code, int status, String detail, @Nullable ListName list) {
    super(detail);
    this.code = code;
    this.status = status;
    this.list = list;
  }

  /** A chain too large to look at is the sender's mistake (400), not a question of trust (403). */
  static ManifestRejected chainTooLarge() {
    return new ManifestRejected(
        Code.SIG_TRUST, 400, "The certificate chain is longer or larger than allowed.", null);
  }

  /** The stable reason. */
  public Code code() {
    return code;
  }

  /** The HTTP status the gateway answers with. */
  public int status() {
    return status;
  }

  /** The list of revoked certificates that decided, if one did. */
  public Optional<ListName> list() {
    return Optional.ofNullable(list);
  }

  /** The sentence for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
