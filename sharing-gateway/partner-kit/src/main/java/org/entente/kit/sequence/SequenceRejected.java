package org.entente.kit.sequence;

import org.entente.kit.manifest.ManifestRejected;

/** A statement that must not be counted. The message is a sentence for people. */
public final class SequenceRejected extends RuntimeException {

  /** Stable names for the reasons, which are also the gateway's. */
  public enum Code {
    /** Not one compact token of the profile, or a claim is missing, malformed or unknown. */
    SEQ_MALFORMED,
    /** The signer's certificate is not one that is registered and valid for a partner. */
    SEQ_TRUST,
    /** The signature does not belong to header, claims and certificate. */
    SEQ_INVALID,
    /** Made by another partner, for another client or for another request. */
    SEQ_MISMATCH,
    /** Signed too long ago or in the future. */
    SEQ_TIME
  }

  private final Code code;

  SequenceRejected(Code code, String detail) {
    super(detail);
    this.code = code;
  }

  /** The same reason in the words of statements. */
  static SequenceRejected of(ManifestRejected rejected) {
    Code code =
        switch (rejected.code()) {
          case SIG_TRUST, SIGNER_PARTNER_MISMATCH -> Code.SEQ_TRUST;
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
    return new SequenceRejected(code, rejected.detail());
  }

  /** The stable reason. */
  public Code code() {
    return code;
  }

  /** The sentence for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
