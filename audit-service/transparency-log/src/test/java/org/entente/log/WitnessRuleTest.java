package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.entente.log.EvidenceRejected.Reason;
import org.entente.log.WitnessRule.Verdict;
import org.junit.jupiter.api.Test;

/** Each refusal of tlog-witness's add-checkpoint, and nothing refused that continues. */
class WitnessRuleTest {

  private static final String ORIGIN = "log.example/2026";
  private static final List<SignerKey> KEYS =
      List.of(TestKeys.ed25519(ORIGIN), TestKeys.mlDsa(ORIGIN));
  private static final WitnessRule RULE =
      new WitnessRule(KEYS.stream().map(SignerKey::verifier).toList());

  private final InMemoryLog log = InMemoryLog.of(InMemoryLog.numbered(0, 300));

  @Test
  void every_growth_is_cosigned() {
    for (int old = 0; old <= 70; old++) {
      for (int size = old; size <= 70; size++) {
        Verdict verdict = decide(request(old, size), old);
        assertEquals(
            checkpoint(size), assertInstanceOf(Verdict.Cosign.class, verdict).checkpoint());
      }
    }
  }

  @Test
  void cosignatures_of_others_are_not_kept() {
    NoteSignature other = TestKeys.mlDsa("w").sign(checkpoint(3).text(), Instant.ofEpochSecond(5));
    AddCheckpoint asked = new AddCheckpoint(0, List.of(), note(3).with(List.of(other)));

    Verdict verdict = decide(asked.toByteArray(), 0);

    assertEquals(note(3), assertInstanceOf(Verdict.Cosign.class, verdict).note());
  }

  @Test
  void another_size_than_the_kept_one_is_told_that_one() {
    assertEquals(new Verdict.Conflict(5), decide(request(4, 9), 5));
    assertEquals(new Verdict.Conflict(5), decide(request(0, 9), 5));
    assertEquals(new Verdict.Conflict(0), decide(request(4, 9), 0));
  }

  @Test
  void a_proof_backwards_is_400() {
    byte[] request = new AddCheckpoint(9, List.of(), note(4)).toByteArray();
    assertRefused(400, decide(request, 9));
  }

  @Test
  void an_unknown_log_is_404() {
    WitnessRule other = new WitnessRule(List.of(TestKeys.ed25519("other.example").verifier()));
    assertRefused(404, other.decide(request(0, 3), _ -> Optional.empty()));
  }

  @Test
  void a_log_that_has_not_signed_with_all_its_keys_is_403() {
    SignedNote one = checkpoint(3).sign(List.of(KEYS.getFirst()), Instant.ofEpochSecond(1));
    assertRefused(403, decide(new AddCheckpoint(0, List.of(), one).toByteArray(), 0));
    SignedNote forged = new SignedNote(checkpoint(4).text(), note(3).signatures());
    assertRefused(403, decide(new AddCheckpoint(0, List.of(), forged).toByteArray(), 0));
  }

  @Test
  void a_second_history_is_422() {
    Checkpoint other = new Checkpoint(ORIGIN, 5, RootHash.of(new byte[NodeHash.BYTES]));
    SignedNote note = other.sign(KEYS, Instant.ofEpochSecond(1));

    assertRefused(422, decide(new AddCheckpoint(5, List.of(), note).toByteArray(), 5));
    byte[] grown = new AddCheckpoint(3, log.proofs().consistency(3).path(), note).toByteArray();
    assertRefused(422, decide(grown, 3));
  }

  @Test
  void a_proof_that_is_none_or_too_much_is_422() {
    List<NodeHash> proof = new ProofBuilder(log, 9).consistency(5).path();

    assertRefused(422, decide(new AddCheckpoint(5, List.of(), note(9)).toByteArray(), 5));
    assertRefused(422, decide(new AddCheckpoint(0, proof, note(9)).toByteArray(), 0));
    assertRefused(422, decide(new AddCheckpoint(9, proof, note(9)).toByteArray(), 9));
    assertRefused(422, decide(new AddCheckpoint(5, proof.reversed(), note(9)).toByteArray(), 5));
  }

  @Test
  void what_is_no_request_is_400() {
    String good = new String(request(5, 9), UTF_8);
    for (String bad :
        List.of(
            "",
            "old 5\n",
            good.replace("old 5", "old 05"),
            good.replace("old 5", "new 5"),
            good.replace("old 5\n", "old 5\n\n"),
            good.replace("old 5\n", "old 5\nAAAA\n"))) {
      assertRefused(400, RULE.decide(bad.getBytes(UTF_8), _ -> Optional.of(checkpoint(5))));
    }
  }

  @Test
  void a_request_is_read_as_it_was_written() {
    byte[] request = request(5, 9);
    assertEquals(new String(request, UTF_8), AddCheckpoint.parse(request).toString());
    List<NodeHash> many = Collections.nCopies(64, checkpoint(5).root().node());
    Refused.with(Reason.REQUEST_MALFORMED, () -> new AddCheckpoint(5, many, note(9)));
  }

  private static void assertRefused(int status, Verdict verdict) {
    Verdict.Refuse refuse = assertInstanceOf(Verdict.Refuse.class, verdict, verdict.toString());
    assertEquals(status, refuse.status(), refuse.detail());
    assertTrue(!refuse.detail().isBlank());
  }

  private Verdict decide(byte[] request, int kept) {
    return RULE.decide(request, _ -> kept == 0 ? Optional.empty() : Optional.of(checkpoint(kept)));
  }

  private byte[] request(int old, int size) {
    List<NodeHash> proof =
        old == 0 || old >= size ? List.of() : new ProofBuilder(log, size).consistency(old).path();
    return new AddCheckpoint(old, proof, note(size)).toByteArray();
  }

  private Checkpoint checkpoint(int size) {
    return new Checkpoint(ORIGIN, size, new ProofBuilder(log, size).range().root());
  }

  private SignedNote note(int size) {
    return checkpoint(size).sign(KEYS, Instant.ofEpochSecond(1));
  }
}
