package org.entente.log;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.entente.log.EvidenceRejected.Reason;

/// A private key that signs notes. Its text form is one line: `PRIVATE+KEY+<name>+<hex key
/// id>+<base64 of type byte and 32 bytes of seed>`.
///
/// Signatures are deterministic: the same text, time and key give the same bytes. Safe for use by
/// several threads.
public final class SignerKey {

  private static final String START = "PRIVATE+KEY+";

  private final VerifierKey verifier;
  private final Octets seed;
  private final CipherParameters privateKey;

  private SignerKey(VerifierKey verifier, Octets seed) {
    this.verifier = verifier;
    this.seed = seed;
    this.privateKey = verifier.type().privateKey(seed.shared());
  }

  /// A new key.
  ///
  /// @param name name to sign under; for a log its origin
  /// @param random source of the seed; must be fit for cryptography
  public static SignerKey generate(String name, KeyType type, SecureRandom random) {
    byte[] seed = new byte[KeyType.SEED_BYTES];
    random.nextBytes(seed);
    return ofSeed(name, type, seed);
  }

  /// The key of a seed of 32 bytes.
  ///
  /// @throws EvidenceRejected with `KEY_MALFORMED` when name or seed cannot be used
  public static SignerKey ofSeed(String name, KeyType type, byte[] seed) {
    if (seed.length != KeyType.SEED_BYTES) {
      throw new EvidenceRejected(Reason.KEY_MALFORMED, "a seed of " + seed.length + " bytes");
    }
    VerifierKey verifier = new VerifierKey(name, type, Octets.owning(type.publicKey(seed)));
    return new SignerKey(verifier, Octets.of(seed));
  }

  /// Reads the text form, without line end.
  ///
  /// @throws EvidenceRejected with `KEY_MALFORMED`; the message never contains the seed
  public static SignerKey parse(String line) {
    if (!line.startsWith(START)) {
      throw new EvidenceRejected(Reason.KEY_MALFORMED, "a private key starts with " + START);
    }
    KeyText text = KeyText.parse(line.substring(START.length()));
    SignerKey key = ofSeed(text.name(), text.type(), text.key().toByteArray());
    text.requireId(key.verifier);
    return key;
  }

  /// The text form. Secret.
  public String secretText() {
    return START + new KeyText(verifier.name(), verifier.idHex(), verifier.type(), seed);
  }

  /// The public key that verifies what this one signs.
  public VerifierKey verifier() {
    return verifier;
  }

  /// Signs the text of a note.
  ///
  /// @param text the text with its final line end; a checkpoint when the type is ML-DSA-44
  /// @param at time of signing, after 1970; types without a time ignore it
  /// @throws EvidenceRejected with `CHECKPOINT_MALFORMED` when a checkpoint is needed and is not
  ///   given
  public NoteSignature sign(String text, Instant at) {
    long time = at.getEpochSecond();
    if (time <= 0) {
      throw new IllegalArgumentException("a signature needs a time after 1970");
    }
    byte[] message = SignedMessage.of(verifier, text, time);
    Signer signer = verifier.type().signer();
    signer.init(true, privateKey);
    signer.update(message, 0, message.length);
    try {
      return NoteSignature.of(verifier, withTime(time, signer.generateSignature()));
    } catch (CryptoException e) {
      throw new IllegalStateException("cannot sign with " + this, e);
    }
  }

  private byte[] withTime(long time, byte[] signature) {
    return verifier.type().timestamped()
        ? ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array()
        : signature;
  }

  /// Names the key without giving it away.
  @Override
  public String toString() {
    return verifier.type() + " key " + verifier.name() + "+" + verifier.idHex();
  }
}
