package org.entente.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.EvidenceRejected.Reason;

/// The request that a witness cosign a checkpoint (C2SP tlog-witness, `add-checkpoint`): the size
/// the witness is believed to know, the proof from there, and the checkpoint.
///
/// @param oldSize unsigned
/// @param proof hashes of a consistency proof; at most 63
public record AddCheckpoint(long oldSize, List<NodeHash> proof, SignedNote note) {

  /// Longest request that is read, in bytes.
  public static final int MAX_BYTES = SignedNote.MAX_BYTES + 4096;

  private static final int MAX_HASHES = 63;
  private static final String OLD = "old ";
  private static final CanonicalText CANONICAL = new CanonicalText(Reason.REQUEST_MALFORMED);

  /// Copies the proof.
  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (proof.size() > MAX_HASHES) {
      throw CANONICAL.refused(proof.size() + " hashes");
    }
  }

  /// Reads a request; verifies nothing.
  ///
  /// @throws EvidenceRejected with `REQUEST_MALFORMED` or `NOTE_MALFORMED`
  public static AddCheckpoint parse(byte[] request) {
    String text = CANONICAL.utf8(request, MAX_BYTES);
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw CANONICAL.refused("no blank line before the checkpoint");
    }
    List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
    if (!lines.getFirst().startsWith(OLD)) {
      throw CANONICAL.refused("the first line is not: old <size>");
    }
    long oldSize = CANONICAL.decimal(lines.removeFirst().substring(OLD.length()));
    List<NodeHash> proof = lines.stream().map(CANONICAL::hash).toList();
    byte[] note = text.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
    return new AddCheckpoint(oldSize, proof, SignedNote.parse(note));
  }

  /// The request as text.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(OLD).append(Long.toUnsignedString(oldSize)).append('\n');
    proof.forEach(hash -> text.append(hash.octets().base64()).append('\n'));
    return text.append('\n').append(note).toString();
  }

  /// The request as it is sent.
  public byte[] toByteArray() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }
}
