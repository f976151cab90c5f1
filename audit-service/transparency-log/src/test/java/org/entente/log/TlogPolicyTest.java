package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TlogPolicyTest {

  private static final String ORIGIN = "log.example/2026";
  private static final SignerKey LOG = TestKeys.ed25519(ORIGIN);
  private static final SignerKey LOG_PQ = TestKeys.mlDsa(ORIGIN);
  private static final String A = witness("a.example");
  private static final String B = witness("b.example");
  private static final String C = TestKeys.mlDsa("c.example").verifier().toString();
  private static final String LOG_LINE = "log " + LOG.verifier() + "\n";
  private static final String AB = "witness A " + A + "\nwitness B " + B + "\n";

  @Test
  void the_policy_of_two_keys_of_one_log() {
    List<VerifierKey> keys = List.of(LOG.verifier(), LOG_PQ.verifier());
    String text = TlogPolicy.text(keys);
    assertTrue(text.endsWith("quorum none\n"));
    assertEquals(TlogPolicy.ofLogs(keys), parse(text));
  }

  /** Built like the example of C2SP tlog-policy. */
  @Test
  void groups_of_witnesses_are_read() {
    TlogPolicy policy =
        parse(
            "# two operators\n\n \t"
                + LOG_LINE
                + AB
                + "witness C\t"
                + C
                + "  https://c.example/ \n"
                + "group AB 2 A B\ngroup ABC all AB C\nquorum ABC\n");
    assertEquals(List.of(LOG.verifier()), policy.logs());
    assertEquals(
        Map.of(
            "A", new TlogPolicy.Witness(VerifierKey.parse(A), Optional.empty()),
            "B", new TlogPolicy.Witness(VerifierKey.parse(B), Optional.empty()),
            "C", new TlogPolicy.Witness(VerifierKey.parse(C), Optional.of("https://c.example/"))),
        policy.witnesses());
    assertEquals(
        Map.of(
            "AB", new TlogPolicy.Group(2, List.of("A", "B")),
            "ABC", new TlogPolicy.Group(2, List.of("AB", "C"))),
        policy.groups());
    assertEquals("ABC", policy.quorum());
  }

  @Test
  void a_quorum_is_held_by_enough_members_and_by_no_fewer() {
    TlogPolicy policy =
        parse(
            LOG_LINE
                + witnessLine("A")
                + witnessLine("B")
                + witnessLine("C")
                + "group AB any A B\ngroup ABC all AB C\nquorum ABC\n");
    for (String cosigners : List.of("", "A", "B", "C", "A B")) {
      Refused.with(Reason.QUORUM_MISSING, () -> policy.verify(cosigned(cosigners)));
      assertEquals(CHECKPOINT, policy.sequenced().verify(cosigned(cosigners)));
    }
    for (String cosigners : List.of("A C", "B C", "A B C")) {
      assertEquals(CHECKPOINT, policy.verify(cosigned(cosigners)));
    }
    assertEquals(
        Map.of("A", Instant.ofEpochSecond(7), "C", Instant.ofEpochSecond(7)),
        policy.examine(cosigned("A C")).cosigned());
  }

  @Test
  void a_quorum_of_one_witness_is_that_witness() {
    TlogPolicy policy = parse(LOG_LINE + witnessLine("A") + witnessLine("B") + "quorum A\n");
    Refused.with(Reason.QUORUM_MISSING, () -> policy.verify(cosigned("B")));
    assertEquals(CHECKPOINT, policy.verify(cosigned("A")));
  }

  @Test
  void a_cosignature_over_something_else_refuses_the_note_even_without_a_quorum() {
    TlogPolicy policy = parse(LOG_LINE + witnessLine("A") + "quorum none\n");
    NoteSignature foreign = cosigner("A").sign("other.example/log\n0\n", Instant.ofEpochSecond(7));
    SignedNote note = cosigned("").with(List.of(foreign));
    Refused.with(Reason.SIGNATURE_INVALID, () -> policy.verify(note));
  }

  @Test
  void post_quantum_witnesses_count_like_others() {
    SignerKey witness = TestKeys.mlDsa("pq");
    TlogPolicy policy = parse(LOG_LINE + "witness pq " + witness.verifier() + "\nquorum pq\n");
    Refused.with(Reason.QUORUM_MISSING, () -> policy.verify(cosigned("")));
    NoteSignature line = witness.sign(CHECKPOINT.text(), Instant.ofEpochSecond(7));
    assertEquals(CHECKPOINT, policy.verify(cosigned("").with(List.of(line))));
  }

  private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 0, RootHash.empty());

  private static SignerKey cosigner(String name) {
    return TestKeys.key(name, KeyType.ED25519_COSIGNATURE);
  }

  private static String witnessLine(String name) {
    return "witness " + name + " " + cosigner(name).verifier() + "\n";
  }

  private static SignedNote cosigned(String names) {
    return CHECKPOINT
        .sign(List.of(LOG), Instant.ofEpochSecond(1))
        .with(
            Stream.of(names.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> cosigner(name).sign(CHECKPOINT.text(), Instant.ofEpochSecond(7)))
                .toList());
  }

  @ParameterizedTest
  @MethodSource({"brokenLines", "brokenGroups"})
  void policies_that_are_none(String text) {
    Refused.with(Reason.POLICY_MALFORMED, () -> parse(text));
  }

  static Stream<String> brokenLines() {
    String quorum = "quorum none\n";
    return Stream.of(
        "",
        LOG_LINE,
        LOG_LINE + quorum + quorum,
        LOG_LINE + "quorum none",
        LOG_LINE + "quorum nobody\n",
        LOG_LINE + "quorum\n",
        LOG_LINE + "quorum none none\n",
        LOG_LINE + quorum + "quorums none\n",
        LOG_LINE + LOG_LINE + quorum,
        "log\n" + quorum,
        LOG_LINE.replace("log ", "Log ") + quorum,
        LOG_LINE.strip() + " https://log.example more\n" + quorum,
        LOG_LINE.replace("\n", "\r\n") + quorum,
        LOG_LINE + "#\u007f\n" + quorum,
        "log " + A + "\n" + quorum,
        "witness A " + LOG.verifier() + "\n" + quorum,
        "witness A\n" + quorum);
  }

  static Stream<String> brokenGroups() {
    String quorum = "quorum none\n";
    return Stream.of(
        "witness none " + A + "\n" + quorum,
        AB + "witness A " + C + "\n" + quorum,
        AB + "witness C " + A + "\n" + quorum,
        AB + "group A any B\n" + quorum,
        AB + "group G any\n" + quorum,
        AB + "group G any A none\n" + quorum,
        AB + "group G 0 A B\n" + quorum,
        AB + "group G 3 A B\n" + quorum,
        AB + "group G 01 A B\n" + quorum,
        AB + "group G some A B\n" + quorum,
        AB + "group G any A A\n" + quorum,
        AB + "group G any A B\ngroup H any A\n" + quorum,
        AB + "group G any G\n" + quorum,
        "group G any A\n" + AB + quorum,
        "quorum A\n" + AB);
  }

  @Test
  void the_same_key_under_another_name_or_type_is_a_duplicate() {
    VerifierKey renamed =
        new VerifierKey("other.example", KeyType.ED25519, LOG.verifier().publicKey());
    Refused.with(
        Reason.POLICY_MALFORMED, () -> parse(LOG_LINE + "log " + renamed + "\nquorum none\n"));
  }

  @Test
  void a_key_line_with_a_broken_key_says_so() {
    Refused.with(Reason.KEY_MALFORMED, () -> parse("log example.com/foo+530d903b+AekyeRrm56hA\n"));
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[] file = (LOG_LINE + "# ?\nquorum none\n").getBytes(UTF_8);
    file[LOG_LINE.length() + 2] = (byte) 0xE9;
    Refused.with(Reason.POLICY_MALFORMED, () -> TlogPolicy.parse(file));
  }

  private static String witness(String name) {
    return TestKeys.key(name, KeyType.ED25519_COSIGNATURE).verifier().toString();
  }

  private static TlogPolicy parse(String text) {
    return TlogPolicy.parse(text.getBytes(UTF_8));
  }
}
