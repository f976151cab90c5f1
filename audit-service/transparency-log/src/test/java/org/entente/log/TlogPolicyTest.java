package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        Map.of("A", VerifierKey.parse(A), "B", VerifierKey.parse(B), "C", VerifierKey.parse(C)),
        policy.witnesses());
    assertEquals(
        Map.of(
            "AB", new TlogPolicy.Group(2, List.of("A", "B")),
            "ABC", new TlogPolicy.Group(2, List.of("AB", "C"))),
        policy.groups());
    assertEquals("ABC", policy.quorum());
  }

  @Test
  void a_quorum_of_witnesses_cannot_be_judged_yet_and_so_nothing_passes() {
    TlogPolicy policy = parse(LOG_LINE + AB + "group any-of any A B\nquorum any-of\n");
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 0, RootHash.empty());
    SignedNote note = checkpoint.sign(List.of(LOG), Instant.ofEpochSecond(1));
    Refused.with(Reason.QUORUM_UNSUPPORTED, () -> policy.verify(note));
    TlogPolicy one = parse(LOG_LINE + AB + "quorum A\n");
    Refused.with(Reason.QUORUM_UNSUPPORTED, () -> one.verify(note));
    assertEquals(checkpoint, parse(LOG_LINE + AB + "quorum none\n").verify(note));
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
