package org.entente.kit.sequence;

import java.util.Optional;
import org.entente.kit.manifest.ManifestRejected;
import org.entente.revocation.ListName;
import org.jspecify.annotations.Nullable;

/** A statement that must not be counted. The message is a sentence for people. */
public final class SequenceRejected extends RuntimeException {

  /** Stable names for the reasons, which are also the gateway's. */
  public enum Code {
    /** Not one compact token of the profile, or a claim is missing, malformed or unknown. */
    SEQ_MALFORMED,
    /** The signer's certificate is not one that is registered and valid for a partner. */
    SEQ_TRUST,
    /** A certificate between the signer and the partner's CA is revoked. */
    SEQ_REVOKED,
    /** The list that says which certificates are revoked is not there, or too old. */
    REVOCATION_UNAVAILABLE,
    /** The signature does not belong to header, claims and certificate. */
    SEQ_INVALID,
    /** Made by another partner, for another client or for another request. */
    SEQ_MISMATCH,
    /** Signed too long ago or in the future. */
    SEQ_TIME
  }

  private final Code code;
  private final @Nullable ListName list;

  SequenceRejected(Code code, String detail) {
    this(code, detail, Optional.empty());
  }

  private SequenceRejected(Code code, String detail, Optional<ListName> list) {
    super(detail);
    this.code = code;
    this.list = list.orElse(null);
  }

  /** The same reason in the words of statements. */
  static SequenceRejected of(ManifestRejected rejected) {
    Code code =
        switch (rejected.code()) {
          case SIG_TRUST, SIGNER_PARTNER_MISMATCH -> Code.SEQ_TRUST;
          case SIG_REVOKED -> Code.SEQ_REVOKED;
          case REVOCATION_UNAVAILABLE -> Code.REVOCATION_UNAVAILABLE;
          case SIG_INVALID -> Code.SEQ_INVALID;
          case SIG_MALFORMED,
              SIG_ALG,
              SIG_HEADER,
              SIG_TYP,
              BODY_DIGEST,
              CLAIM_TIME,
              CLAIM_AUD,
              CLAIM_COL,
              CLAIM_INVALID ->
              Code.SEQ_MALFORMED;
        };
    return new SequenceRejected(code, rejected.detail(), rejected.list());
  }

  /** The stable reason. */
  public Code code() {
    return code;
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
