package org.entente.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.EvidenceRejected.Reason;

/// A receipt: everything needed to check offline that a log contains an entry (C2SP tlog-proof@v1,
/// file extension `.tlog-proof`). Ours carry the entry itself as extra, so that the receipt alone
/// suffices.
///
/// @param extra the bytes of the entry; empty when the receipt does not carry it
/// @param index position of the entry in the log, unsigned
/// @param path inclusion proof, from the leaf's sibling up to the root's child
/// @param note the signed checkpoint of the tree that contains the entry
public record TlogProof(Octets extra, long index, List<NodeHash> path, SignedNote note) {

  /// Longest receipt we read, in bytes.
  public static final int MAX_BYTES = 1024 * 1024;

  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final CanonicalText CANONICAL = new CanonicalText(Reason.RECEIPT_MALFORMED);

  /// Copies the path.
  public TlogProof {
    path = List.copyOf(path);
  }

  /// The self-contained receipt of an entry.
  public static TlogProof of(Octets entry, InclusionProof proof, SignedNote note) {
    return new TlogProof(entry, proof.index(), proof.path(), note);
  }

  /// Reads a receipt. Every byte matters: [#toByteArray()] returns exactly what was read.
  ///
  /// @throws EvidenceRejected with `RECEIPT_MALFORMED` or `NOTE_MALFORMED`
  public static TlogProof parse(byte[] receipt) {
    String text = CANONICAL.utf8(receipt, MAX_BYTES);
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw CANONICAL.refused("no blank line before the checkpoint");
    }
    List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
    if (!lines.removeFirst().equals(FIRST_LINE)) {
      throw CANONICAL.refused("the first line is not " + FIRST_LINE);
    }
    Octets extra = Octets.EMPTY;
    if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
      extra = CANONICAL.base64(lines.removeFirst().substring(EXTRA.length()));
      if (extra.length() == 0) {
        throw CANONICAL.refused("an extra line without content");
      }
    }
    if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
      throw CANONICAL.refused("no index line");
    }
    long index = CANONICAL.decimal(lines.removeFirst().substring(INDEX.length()));
    List<NodeHash> path = lines.stream().map(CANONICAL::hash).toList();
    byte[] note = text.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
    return new TlogProof(extra, index, path, SignedNote.parse(note));
  }

  /// The receipt as text.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    if (extra.length() > 0) {
      text.append(EXTRA).append(extra.base64()).append('\n');
    }
    text.append(INDEX).append(Long.toUnsignedString(index)).append('\n');
    path.forEach(hash -> text.append(hash.octets().base64()).append('\n'));
    return text.append('\n').append(note).toString();
  }

  /// The receipt as it is sent and stored: its text in UTF-8.
  public byte[] toByteArray() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Verifies a receipt that carries its entry. Nothing in such a receipt stays unchecked but
  /// signature lines of keys the policy does not know.
  ///
  /// @return the entry and where it stands, which may now be believed
  /// @throws EvidenceRejected with `ENTRY_MISSING`, the reasons of [TlogPolicy#verify(SignedNote)]
  ///   or those of [InclusionProof#verify(LeafHash, RootHash)]
  public ProvenEntry verify(TlogPolicy policy) {
    if (extra.length() == 0) {
      throw new EvidenceRejected(Reason.ENTRY_MISSING, "the receipt does not carry its entry");
    }
    LeafHash leaf = MerkleHasher.leaf(extra.shared());
    return new ProvenEntry(extra, leaf, index, verify(leaf, policy));
  }

  /// Verifies that the log contains an entry with this leaf hash. The extra is not looked at and
  /// must not be believed.
  ///
  /// @return the checkpoint of the tree that contains the entry
  /// @throws EvidenceRejected as above
  public Checkpoint verify(LeafHash leaf, TlogPolicy policy) {
    Checkpoint checkpoint = policy.verify(note);
    new InclusionProof(index, checkpoint.size(), path).verify(leaf, checkpoint.root());
    return checkpoint;
  }
}
