package org.entente.log;

import java.util.Arrays;
import org.entente.log.EvidenceRejected.Reason;

/// The text form that verifier and signer keys share: `<name>+<hex key id>+<base64(type || key)>`.
record KeyText(String name, String id, KeyType type, Octets key) {

  static KeyText parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new EvidenceRejected(Reason.KEY_MALFORMED, "a key is <name>+<id>+<key>");
    }
    Octets typed = new CanonicalText(Reason.KEY_MALFORMED).base64(parts[2]);
    if (typed.length() == 0) {
      throw new EvidenceRejected(Reason.KEY_MALFORMED, "a key without type");
    }
    return new KeyText(parts[0], parts[1], type(typed.shared()[0]), typed.slice(1, typed.length()));
  }

  private static KeyType type(byte code) {
    return Arrays.stream(KeyType.values())
        .filter(type -> type.code() == code)
        .findFirst()
        .orElseThrow(() -> new EvidenceRejected(Reason.KEY_MALFORMED, "unknown key type " + code));
  }

  /// Refuses a key id that is not this key's.
  void requireId(VerifierKey owner) {
    if (!owner.idHex().equals(id)) {
      throw new EvidenceRejected(
          Reason.KEY_MALFORMED,
          "key id " + id + " given for " + owner.name() + "+" + owner.idHex());
    }
  }

  @Override
  public String toString() {
    byte[] typed = new byte[1 + key.length()];
    typed[0] = (byte) type.code();
    System.arraycopy(key.shared(), 0, typed, 1, key.length());
    return name + "+" + id + "+" + Octets.owning(typed).base64();
  }
}
