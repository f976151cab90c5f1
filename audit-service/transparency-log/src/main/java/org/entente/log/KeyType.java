package org.entente.log;

import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;

/// The signature types of signed-note and tlog-cosignature that we use, each with its type byte.
public enum KeyType {
  /// `0x01`: a log's Ed25519 signature over the text of a note.
  ED25519(0x01, 32, 64, false),
  /// `0x04`: a witness' Ed25519 signature over a time and the text of a checkpoint.
  ED25519_COSIGNATURE(0x04, 32, 64, true),
  /// `0x06`: an ML-DSA-44 signature (FIPS 204, pure, empty context) over a time, the signer's name
  /// and what a checkpoint says; used by logs and witnesses.
  ML_DSA_44(0x06, 1312, 2420, true);

  /// Length of the seed every private key is derived from, in bytes.
  public static final int SEED_BYTES = 32;

  private final int code;
  private final int publicKeyBytes;
  private final int signatureBytes;
  private final boolean timestamped;

  KeyType(int code, int publicKeyBytes, int signatureBytes, boolean timestamped) {
    this.code = code;
    this.publicKeyBytes = publicKeyBytes;
    this.signatureBytes = signatureBytes;
    this.timestamped = timestamped;
  }

  /// The type byte.
  int code() {
    return code;
  }

  int publicKeyBytes() {
    return publicKeyBytes;
  }

  int signatureBytes() {
    return signatureBytes;
  }

  /// Whether eight bytes of time stand before the signature and are signed with it.
  boolean timestamped() {
    return timestamped;
  }

  /// The private key of a seed.
  CipherParameters privateKey(byte[] seed) {
    return switch (this) {
      case ED25519, ED25519_COSIGNATURE -> new Ed25519PrivateKeyParameters(seed);
      case ML_DSA_44 -> new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
    };
  }

  /// The encoded public key of a seed.
  byte[] publicKey(byte[] seed) {
    return switch (this) {
      case ED25519, ED25519_COSIGNATURE ->
          new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
      case ML_DSA_44 ->
          new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed)
              .getPublicKeyParameters()
              .getEncoded();
    };
  }

  /// The public key of these bytes.
  ///
  /// @throws IllegalArgumentException when they are not a public key of this type
  CipherParameters publicKey(Octets encoded) {
    return switch (this) {
      case ED25519, ED25519_COSIGNATURE -> new Ed25519PublicKeyParameters(encoded.shared());
      case ML_DSA_44 -> new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, encoded.shared());
    };
  }

  /// A fresh signer or verifier.
  Signer signer() {
    return switch (this) {
      case ED25519, ED25519_COSIGNATURE -> new Ed25519Signer();
      case ML_DSA_44 -> new MLDSASigner();
    };
  }
}
