package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.crypto.Signer;
import org.junit.jupiter.api.Test;

/** Our ML-DSA-44 cosignatures against two implementations that are not Bouncy Castle. */
class MlDsaCrossCheckTest {

  private static final String ORIGIN = "log.example/2026";
  private static final long TIME = 1_764_064_800;
  private static final Checkpoint CHECKPOINT =
      new Checkpoint(ORIGIN, 5, new RootHash(MerkleHasher.sha256()));

  /** What comes before the raw key in the JDK's X.509 form of an ML-DSA-44 key. */
  private static final int X509_PREFIX = 22;

  /** The message written down byte by byte, so that it is checked without our own encoder. */
  private static byte[] message() {
    return ByteBuffer.allocate(12 + 2 * 17 + 24 + 32)
        .put("subtree/v1\n\0".getBytes(UTF_8))
        .put((byte) 16)
        .put(ORIGIN.getBytes(UTF_8))
        .putLong(TIME)
        .put((byte) 16)
        .put(ORIGIN.getBytes(UTF_8))
        .putLong(0)
        .putLong(5)
        .put(CHECKPOINT.root().toByteArray())
        .array();
  }

  @Test
  void the_jdk_verifies_what_we_sign() throws GeneralSecurityException {
    SignerKey key = TestKeys.mlDsa(ORIGIN);
    NoteSignature line = key.sign(CHECKPOINT.text(), Instant.ofEpochSecond(TIME));
    byte[] timed = line.signature().toByteArray();
    assertEquals(TIME, ByteBuffer.wrap(timed).getLong());
    Signature jdk = Signature.getInstance("ML-DSA-44", "SUN");
    jdk.initVerify(jdkKey(key.verifier().publicKey()));
    jdk.update(message());
    assertTrue(jdk.verify(Arrays.copyOfRange(timed, Long.BYTES, timed.length)));
    jdk.update(message(), 0, message().length - 1);
    assertFalse(jdk.verify(Arrays.copyOfRange(timed, Long.BYTES, timed.length)));
  }

  @Test
  void we_verify_what_the_jdk_signs() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("ML-DSA", "SUN");
    generator.initialize(NamedParameterSpec.ML_DSA_44);
    KeyPair pair = generator.generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    Octets raw = Octets.of(Arrays.copyOfRange(encoded, X509_PREFIX, encoded.length));
    VerifierKey key = new VerifierKey(ORIGIN, KeyType.ML_DSA_44, raw);
    Signature jdk = Signature.getInstance("ML-DSA-44", "SUN");
    jdk.initSign(pair.getPrivate());
    jdk.update(message());
    byte[] signature = jdk.sign();
    byte[] timed = ByteBuffer.allocate(8 + signature.length).putLong(TIME).put(signature).array();
    SignedNote note = new SignedNote(CHECKPOINT.text(), List.of(NoteSignature.of(key, timed)));
    assertEquals(CHECKPOINT, TlogPolicy.ofLogs(List.of(key)).verify(note));
  }

  /**
   * A cosignature made by filippo.io/torchwood, published in the tests of transparency-dev/formats:
   * the subtree [8, 13) of log example.com/log, without a time.
   */
  @Test
  void a_cosignature_of_torchwood_verifies() throws IOException {
    List<String> lines = resource("torchwood-subtree-cosignature.txt").lines().toList();
    VerifierKey key = VerifierKey.parse(lines.getFirst());
    assertEquals(lines.getFirst(), key.toString());
    NoteSignature line = NoteSignature.parse(lines.getLast());
    assertTrue(key.isNamedBy(line));
    assertEquals(lines.getLast(), line.line());
    byte[] root = Base64.getDecoder().decode("E7ERCtFloiK1fdb+B6/dLG0pM1nmIR0ETKBSauCjtVw=");
    Checkpoint tree = new Checkpoint("example.com/log", 13, RootHash.of(root));
    byte[] timed = line.signature().toByteArray();
    assertArrayEquals(new byte[8], Arrays.copyOf(timed, 8));
    Signer signer = key.type().signer();
    signer.init(false, key.type().publicKey(key.publicKey()));
    byte[] message = SignedMessage.subtree(key.name(), tree, 8, 0);
    signer.update(message, 0, message.length);
    assertTrue(signer.verifySignature(Arrays.copyOfRange(timed, 8, timed.length)));
  }

  private static PublicKey jdkKey(Octets raw) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("ML-DSA", "SUN");
    generator.initialize(NamedParameterSpec.ML_DSA_44);
    byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
    System.arraycopy(raw.toByteArray(), 0, encoded, X509_PREFIX, raw.length());
    return java.security.KeyFactory.getInstance("ML-DSA", "SUN")
        .generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MlDsaCrossCheckTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
