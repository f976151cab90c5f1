package org.entente.log;

import java.time.Instant;
import java.util.List;
import org.entente.log.EvidenceRejected.Reason;

/// What a log says about itself at one size (C2SP tlog-checkpoint v1.0.0). A log never signs two
/// checkpoints of which one does not continue the other.
///
/// Extension lines are refused: our logs write none, and ML-DSA-44 signatures do not cover them.
///
/// @param origin name of the log and of its keys
/// @param size number of entries, unsigned
/// @param root root of the tree of these entries
public record Checkpoint(String origin, long size, RootHash root) {

  private static final CanonicalText CANONICAL = new CanonicalText(Reason.CHECKPOINT_MALFORMED);

  /// Refuses an origin that cannot be a key name, and a root that cannot be that of an empty tree.
  public Checkpoint {
    KeyName.require(origin, Reason.CHECKPOINT_MALFORMED);
    if (size == 0 && !root.equals(RootHash.empty())) {
      throw CANONICAL.refused("size 0 with root " + root);
    }
  }

  /// Reads the text of a note, with its final line end. Does not verify anything: for that, see
  /// [TlogPolicy#verify(SignedNote)].
  ///
  /// @throws EvidenceRejected with `CHECKPOINT_MALFORMED`
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty()) {
      throw CANONICAL.refused("a checkpoint has the lines origin, size and root hash");
    }
    return new Checkpoint(
        lines[0], CANONICAL.decimal(lines[1]), new RootHash(CANONICAL.hash(lines[2])));
  }

  /// The text that is signed, with its final line end.
  public String text() {
    return origin
        + "\n"
        + Long.toUnsignedString(size)
        + "\n"
        + root.node().octets().base64()
        + "\n";
  }

  /// This checkpoint signed by all of these keys of the log.
  ///
  /// @param keys keys whose name is the origin
  /// @param at time of signing, after 1970
  public SignedNote sign(List<SignerKey> keys, Instant at) {
    for (SignerKey key : keys) {
      if (!key.verifier().name().equals(origin)) {
        throw new IllegalArgumentException(key + " is not a key of " + origin);
      }
    }
    return new SignedNote(text(), keys.stream().map(key -> key.sign(text(), at)).toList());
  }
}
