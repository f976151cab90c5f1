package org.entente.log;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.bouncycastle.crypto.Signer;
import org.entente.log.EvidenceRejected.Reason;

/// A public key that a verifier trusts, with the name it signs under. Written as a "vkey":
/// `<name>+<key id as 8 hex digits>+<base64 of type byte and key>` (C2SP signed-note).
///
/// @param name name of the key; for a log it is the log's origin
/// @param type what kind of signature it makes
/// @param publicKey the encoded key: 32 bytes for Ed25519, 1312 for ML-DSA-44
public record VerifierKey(String name, KeyType type, Octets publicKey) {

  /// 9999-12-31T23:59:59Z, the last second RFC 3339 can say: whoever tells a time must be able to.
  private static final long LATEST = 253_402_300_799L;

  /// Refuses names and keys that are none.
  ///
  /// @throws EvidenceRejected with `KEY_MALFORMED`
  public VerifierKey {
    KeyName.require(name, Reason.KEY_MALFORMED);
    if (publicKey.length() != type.publicKeyBytes()) {
      throw refused(type + " key of " + publicKey.length() + " bytes");
    }
    try {
      type.publicKey(publicKey);
    } catch (IllegalArgumentException e) {
      throw refused("not a public key of type " + type + ": " + e.getMessage());
    }
  }

  /// Reads a vkey.
  ///
  /// @throws EvidenceRejected with `KEY_MALFORMED`, also when the key id does not belong to the key
  public static VerifierKey parse(String vkey) {
    KeyText text = KeyText.parse(vkey);
    VerifierKey key = new VerifierKey(text.name(), text.type(), text.key());
    text.requireId(key);
    return key;
  }

  /// The vkey text.
  @Override
  public String toString() {
    return new KeyText(name, idHex(), type, publicKey).toString();
  }

  /// The key id: the first 4 bytes of `SHA-256(name || 0x0A || type || key)`.
  public int id() {
    byte[] type = {'\n', (byte) this.type.code()};
    NodeHash hash = MerkleHasher.sha256(KeyName.utf8(name), type, publicKey.shared());
    return ByteBuffer.wrap(hash.octets().shared()).getInt();
  }

  /// The key id as 8 hexadecimal digits.
  public String idHex() {
    return HexFormat.of().toHexDigits(id());
  }

  /// Whether a signature line claims to be of this key.
  boolean isNamedBy(NoteSignature signature) {
    return signature.name().equals(name) && signature.keyId() == id();
  }

  /// Verifies a signature line that claims to be of this key. A time must be after 1970 and before
  /// the year 10000.
  ///
  /// @throws EvidenceRejected with `SIGNATURE_INVALID`
  void verify(String text, NoteSignature line) {
    byte[] signature = line.signature().shared();
    int header = type.timestamped() ? Long.BYTES : 0;
    if (signature.length != header + type.signatureBytes()) {
      throw invalid("has " + signature.length + " bytes");
    }
    long time = type.timestamped() ? ByteBuffer.wrap(signature).getLong() : 0;
    if (type.timestamped() && (time <= 0 || time > LATEST)) {
      throw invalid("has no valid time");
    }
    byte[] message = SignedMessage.of(this, text, time);
    Signer signer = type.signer();
    signer.init(false, type.publicKey(publicKey));
    signer.update(message, 0, message.length);
    if (!signer.verifySignature(line.signature().slice(header, signature.length).shared())) {
      throw invalid("does not verify");
    }
  }

  private EvidenceRejected invalid(String what) {
    return new EvidenceRejected(
        Reason.SIGNATURE_INVALID, type + " signature of " + name + "+" + idHex() + " " + what);
  }

  private static EvidenceRejected refused(String detail) {
    return new EvidenceRejected(Reason.KEY_MALFORMED, detail);
  }
}
