package org.entente.log;

import java.nio.ByteBuffer;

/// The bytes that a signature on a note covers, which differ by type.
final class SignedMessage {

  private static final byte[] SUBTREE_LABEL = KeyName.utf8("subtree/v1\n\0");

  private SignedMessage() {}

  /// What `key` signs.
  ///
  /// @param text the text of the note; for ML-DSA-44 it must be a checkpoint
  /// @param time seconds since 1970, ignored by types without a time
  static byte[] of(VerifierKey key, String text, long time) {
    return switch (key.type()) {
      case ED25519 -> KeyName.utf8(text);
      case ED25519_COSIGNATURE -> KeyName.utf8("cosignature/v1\ntime " + time + "\n" + text);
      case ML_DSA_44 -> subtree(key.name(), Checkpoint.parse(text), 0, time);
    };
  }

  /// The `cosigned_message` of tlog-cosignature: a signer's statement on the entries from `start`
  /// to the end of a tree. In checkpoints `start` is 0 and the root is that of the whole tree.
  static byte[] subtree(String cosigner, Checkpoint tree, long start, long time) {
    byte[] name = KeyName.utf8(cosigner);
    byte[] origin = KeyName.utf8(tree.origin());
    int numbers = 3 * Long.BYTES;
    int length = SUBTREE_LABEL.length + 1 + name.length + 1 + origin.length + numbers;
    return ByteBuffer.allocate(length + NodeHash.BYTES)
        .put(SUBTREE_LABEL)
        .put((byte) name.length)
        .put(name)
        .putLong(time)
        .put((byte) origin.length)
        .put(origin)
        .putLong(start)
        .putLong(tree.size())
        .put(tree.root().node().octets().shared())
        .array();
  }
}
