package org.entente.log;

/// Evidence did not hold: a text was malformed, or a proof or signature did not verify. Nothing
/// that was being checked may be trusted, whatever the reason.
///
/// The reason is stable and meant for programs; the message says in one sentence what was compared.
public final class EvidenceRejected extends RuntimeException {

  /// What failed. Names are stable: they are printed, recorded and compared.
  public enum Reason {
    /// A verifier or signer key line does not follow signed-note, or its key id is not its own.
    KEY_MALFORMED,
    /// A note breaks the rules of signed-note v1.0.0 or exceeds our limits.
    NOTE_MALFORMED,
    /// The text of a note is not a checkpoint.
    CHECKPOINT_MALFORMED,
    /// A line of a trust policy is not understood.
    POLICY_MALFORMED,
    /// A receipt does not follow tlog-proof@v1.
    RECEIPT_MALFORMED,
    /// A tile path, tile, entry bundle, hash or stored compact range has the wrong form.
    ENCODING_MALFORMED,
    /// The policy trusts no log of that origin.
    LOG_UNKNOWN,
    /// A key we trust is named on a signature line, and that signature is not its signature.
    SIGNATURE_INVALID,
    /// A signature that is required is not there.
    SIGNATURE_MISSING,
    /// Too few of the witnesses that the policy asks for have cosigned.
    QUORUM_MISSING,
    /// What was to be cosigned is no request of tlog-witness.
    REQUEST_MALFORMED,
    /// The receipt does not carry the entry it is about.
    ENTRY_MISSING,
    /// The index is not below the tree size.
    INDEX_OUTSIDE_TREE,
    /// The older tree is larger than the newer one.
    SIZES_REVERSED,
    /// The proof has more or fewer hashes than this index and size (or these two sizes) need.
    PROOF_LENGTH_WRONG,
    /// The hashes do not lead to the root of the (newer) tree.
    ROOT_MISMATCH,
    /// The hashes do not lead to the root of the older tree: history was rewritten.
    OLD_ROOT_MISMATCH,
    /// Stored leaf hashes or tiles contradict the tree that was built from them.
    STORED_HASH_MISMATCH
  }

  private static final int MAX_DETAIL = 300;

  private final Reason reason;
  private final String detail;

  EvidenceRejected(Reason reason, String detail) {
    super(reason + ": " + printable(detail));
    this.reason = reason;
    this.detail = printable(detail);
  }

  /// The same refusal, with the place where it happened.
  EvidenceRejected at(String place) {
    EvidenceRejected placed = new EvidenceRejected(reason, place + ": " + detail);
    placed.initCause(this);
    return placed;
  }

  /// The stable reason.
  public Reason reason() {
    return reason;
  }

  /// One sentence for a person: what was compared or expected, without the reason.
  public String detail() {
    return detail;
  }

  /// Details quote hostile text: short, and nothing that steers a terminal or splits a log line.
  private static String printable(String detail) {
    String plain = detail.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return plain.length() <= MAX_DETAIL ? plain : plain.substring(0, MAX_DETAIL) + "...";
  }
}
