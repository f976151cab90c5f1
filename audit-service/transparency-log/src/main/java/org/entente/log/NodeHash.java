package org.entente.log;

import org.entente.log.EvidenceRejected.Reason;

/// The SHA-256 hash of a node of the tree, 32 bytes. Every hash in a proof or a tile is one.
public record NodeHash(Octets octets) {

  /// Length of every hash in bytes.
  public static final int BYTES = 32;

  /// Refuses anything that is not 32 bytes long.
  public NodeHash {
    if (octets.length() != BYTES) {
      throw new EvidenceRejected(
          Reason.ENCODING_MALFORMED, "a hash of " + octets.length() + " bytes instead of 32");
    }
  }

  /// A copy of these 32 bytes.
  public static NodeHash of(byte[] bytes) {
    return new NodeHash(Octets.of(bytes));
  }

  /// A copy of the 32 bytes.
  public byte[] toByteArray() {
    return octets.toByteArray();
  }

  @Override
  public String toString() {
    return octets.hex();
  }
}
