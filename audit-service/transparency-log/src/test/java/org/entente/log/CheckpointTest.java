package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final String ORIGIN = "log.example/2026";
  private static final Instant AT = Instant.ofEpochSecond(1_764_064_800);
  private static final SignerKey ED25519 = TestKeys.ed25519(ORIGIN);
  private static final SignerKey ML_DSA = TestKeys.mlDsa(ORIGIN);
  private static final List<SignerKey> BOTH = List.of(ED25519, ML_DSA);
  private static final TlogPolicy POLICY =
      TlogPolicy.ofLogs(List.of(ED25519.verifier(), ML_DSA.verifier()));
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

  /** The example of C2SP tlog-checkpoint. */
  @Test
  void the_example_of_the_standard_is_read_and_written() {
    String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
    Checkpoint checkpoint = Checkpoint.parse(text);
    assertEquals("example.com/behind-the-sofa", checkpoint.origin());
    assertEquals(20_852_163, checkpoint.size());
    assertEquals(ROOT, checkpoint.root().node().octets().base64());
    assertEquals(text, checkpoint.text());
  }

  @Property(tries = 200)
  void every_checkpoint_comes_back(@ForAll long size, @ForAll @Size(32) byte[] root) {
    Checkpoint checkpoint =
        new Checkpoint(ORIGIN, size, size == 0 ? RootHash.empty() : RootHash.of(root));
    assertEquals(checkpoint, Checkpoint.parse(checkpoint.text()));
  }

  @Property(tries = 25)
  void what_both_keys_sign_verifies(@ForAll @Size(32) byte[] root) {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, -1, RootHash.of(root));
    SignedNote note = SignedNote.parse(checkpoint.sign(BOTH, AT).toByteArray());
    assertEquals(checkpoint, POLICY.verify(note));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "log\n1\n",
        "log\n1\n" + ROOT,
        "log\n1\n" + ROOT + "\nextension\n",
        "log\n1\n" + ROOT + "\n\n",
        "\n1\n" + ROOT + "\n",
        "lo g\n1\n" + ROOT + "\n",
        "lo+g\n1\n" + ROOT + "\n",
        "log\n01\n" + ROOT + "\n",
        "log\n+1\n" + ROOT + "\n",
        "log\n-1\n" + ROOT + "\n",
        "log\n 1\n" + ROOT + "\n",
        "log\n1 \n" + ROOT + "\n",
        "log\n\n" + ROOT + "\n",
        "log\n0x1\n" + ROOT + "\n",
        "log\n1e3\n" + ROOT + "\n",
        "log\n\u0661\n" + ROOT + "\n",
        "log\n18446744073709551616\n" + ROOT + "\n",
        "log\n99999999999999999999999\n" + ROOT + "\n",
        "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
        "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
        "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "log\n0\n" + ROOT + "\n",
        "log\n1\n" + ROOT + "\r\n"
      })
  void texts_that_are_no_checkpoint(String text) {
    Refused.with(Reason.CHECKPOINT_MALFORMED, () -> Checkpoint.parse(text));
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void a_signature_holds_for_its_checkpoint_only(KeyType type) {
    SignerKey key = TestKeys.key(ORIGIN, type);
    Checkpoint signed = new Checkpoint(ORIGIN, 5, hash(1));
    SignedNote note = signed.sign(List.of(key), AT);
    note.verify(List.of(key.verifier()));
    for (Checkpoint other :
        List.of(
            new Checkpoint(ORIGIN, 6, hash(1)),
            new Checkpoint(ORIGIN, 5, hash(2)),
            new Checkpoint("log.example/2027", 5, hash(1)))) {
      SignedNote moved = new SignedNote(other.text(), note.signatures());
      Refused.with(Reason.SIGNATURE_INVALID, () -> moved.verify(List.of(key.verifier())));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"ED25519_COSIGNATURE", "ML_DSA_44"})
  void the_time_is_signed_too(KeyType type) {
    SignerKey key = TestKeys.key(ORIGIN, type);
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 5, hash(1));
    for (int at : new int[] {4, 11}) {
      byte[] content = key.sign(checkpoint.text(), AT).content().toByteArray();
      content[at] ^= (byte) (at == 4 ? 0x80 : 1);
      SignedNote note =
          new SignedNote(checkpoint.text(), List.of(new NoteSignature(ORIGIN, Octets.of(content))));
      Refused.with(Reason.SIGNATURE_INVALID, () -> note.verify(List.of(key.verifier())));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void a_true_signature_over_no_time_is_refused(long time) throws CryptoException {
    String text = new Checkpoint(ORIGIN, 5, hash(1)).text();
    byte[] message = SignedMessage.of(ML_DSA.verifier(), text, time);
    Signer signer = KeyType.ML_DSA_44.signer();
    signer.init(true, KeyType.ML_DSA_44.privateKey(TestKeys.seed(ORIGIN, KeyType.ML_DSA_44)));
    signer.update(message, 0, message.length);
    byte[] signature = signer.generateSignature();
    byte[] timed = ByteBuffer.allocate(8 + signature.length).putLong(time).put(signature).array();
    SignedNote note = new SignedNote(text, List.of(NoteSignature.of(ML_DSA.verifier(), timed)));
    Refused.with(Reason.SIGNATURE_INVALID, () -> note.verify(List.of(ML_DSA.verifier())));
  }

  @Test
  void both_signatures_are_required_when_the_policy_has_both_keys() {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 5, hash(1));
    SignedNote onlyEd25519 = checkpoint.sign(List.of(ED25519), AT);
    SignedNote onlyMlDsa = checkpoint.sign(List.of(ML_DSA), AT);
    Refused.with(Reason.SIGNATURE_MISSING, () -> POLICY.verify(onlyEd25519));
    Refused.with(Reason.SIGNATURE_MISSING, () -> POLICY.verify(onlyMlDsa));
    TlogPolicy ed25519 = TlogPolicy.ofLogs(List.of(ED25519.verifier()));
    assertEquals(checkpoint, ed25519.verify(onlyEd25519));
    assertEquals(checkpoint, ed25519.verify(checkpoint.sign(BOTH, AT)));
  }

  @Test
  void while_a_key_changes_one_of_each_type_is_enough_and_no_type_can_be_left_out() {
    // Given
    SignerKey next =
        SignerKey.ofSeed(ORIGIN, KeyType.ED25519, TestKeys.seed("next", KeyType.ED25519));
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 5, hash(1));
    TlogPolicy changing =
        TlogPolicy.ofLogs(List.of(ED25519.verifier(), next.verifier(), ML_DSA.verifier()));

    // Then: before the change, during it, after it
    assertEquals(checkpoint, changing.verify(checkpoint.sign(BOTH, AT)));
    assertEquals(checkpoint, changing.verify(checkpoint.sign(List.of(ED25519, ML_DSA, next), AT)));
    assertEquals(checkpoint, changing.verify(checkpoint.sign(List.of(next, ML_DSA), AT)));
    // A verifier that does not know the next key yet takes what both have signed.
    assertEquals(checkpoint, POLICY.verify(checkpoint.sign(List.of(next, ML_DSA, ED25519), AT)));
    Refused.with(
        Reason.SIGNATURE_MISSING,
        () -> changing.verify(checkpoint.sign(List.of(ED25519, next), AT)));
    Refused.with(
        Reason.SIGNATURE_MISSING, () -> POLICY.verify(checkpoint.sign(List.of(next, ML_DSA), AT)));
  }

  @Test
  void whoever_missed_that_keys_were_changed_is_told_which_signed_and_which_are_trusted() {
    // Given
    SignerKey next =
        SignerKey.ofSeed(ORIGIN, KeyType.ED25519, TestKeys.seed("next", KeyType.ED25519));
    SignerKey nextMlDsa =
        SignerKey.ofSeed(ORIGIN, KeyType.ML_DSA_44, TestKeys.seed("next", KeyType.ML_DSA_44));
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 5, hash(1));

    // Then
    assertEquals(
        "no signature of a trusted key: signed by %s %s, trusted %s %s; if the log changed its keys, the policy lacks some (ROTATION.md)"
            .formatted(id(next), id(nextMlDsa), id(ED25519), id(ML_DSA)),
        refusal(checkpoint.sign(List.of(next, nextMlDsa), AT)));
    assertEquals(
        "no ED25519 signature of %s+%s: signed by %s, trusted %s %s; if the log changed its keys, the policy lacks some (ROTATION.md)"
            .formatted(ORIGIN, id(ED25519), id(next), id(ED25519), id(ML_DSA)),
        refusal(checkpoint.sign(List.of(next, ML_DSA), AT)));
    assertEquals(
        "no ML_DSA_44 signature of %s+%s".formatted(ORIGIN, id(ML_DSA)),
        refusal(checkpoint.sign(List.of(ED25519), AT)));
  }

  private static String id(SignerKey key) {
    return key.verifier().idHex();
  }

  private static String refusal(SignedNote note) {
    return assertThrows(EvidenceRejected.class, () -> POLICY.verify(note)).detail();
  }

  @Test
  void a_log_of_another_name_is_unknown() {
    SignerKey stranger = TestKeys.ed25519("other.example/2026");
    Checkpoint checkpoint = new Checkpoint("other.example/2026", 5, hash(1));
    SignedNote note = checkpoint.sign(List.of(stranger), AT);
    Refused.with(Reason.LOG_UNKNOWN, () -> POLICY.verify(note));
    assertThrows(IllegalArgumentException.class, () -> checkpoint.sign(BOTH, AT));
  }

  @Test
  void the_key_of_one_log_does_not_sign_for_another_even_if_both_are_trusted() {
    SignerKey other = TestKeys.ed25519("other.example/2026");
    TlogPolicy policy = TlogPolicy.ofLogs(List.of(ED25519.verifier(), other.verifier()));
    String text = new Checkpoint(ORIGIN, 5, hash(1)).text();
    SignedNote note = new SignedNote(text, List.of(other.sign(text, AT)));
    Refused.with(Reason.SIGNATURE_MISSING, () -> policy.verify(note));
  }

  @Test
  void a_note_that_is_no_checkpoint_does_not_pass_as_one() {
    SignedNote note = new SignedNote("hello\n", List.of(ED25519.sign("hello\n", AT)));
    Refused.with(Reason.CHECKPOINT_MALFORMED, () -> POLICY.verify(note));
    Refused.with(Reason.CHECKPOINT_MALFORMED, () -> ML_DSA.sign("hello\n", AT));
  }

  @Test
  void signing_twice_gives_the_same_bytes() {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 5, hash(1));
    assertEquals(checkpoint.sign(BOTH, AT), checkpoint.sign(BOTH, AT));
  }

  private static RootHash hash(int i) {
    return new RootHash(MerkleHasher.sha256(Integer.toString(i).getBytes(UTF_8)));
  }
}
