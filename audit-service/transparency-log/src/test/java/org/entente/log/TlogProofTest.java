package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlogProofTest {

  private static final String ORIGIN = "log.example/2026";
  private static final Instant AT = Instant.ofEpochSecond(1_764_064_800);
  private static final List<SignerKey> KEYS =
      List.of(TestKeys.ed25519(ORIGIN), TestKeys.mlDsa(ORIGIN));
  private static final TlogPolicy POLICY =
      TlogPolicy.ofLogs(KEYS.stream().map(SignerKey::verifier).toList());
  private static final int SIZE = 21;
  private static final List<Octets> ENTRIES =
      IntStream.range(0, SIZE).mapToObj(i -> Octets.utf8("entry " + i)).toList();
  private static final InMemoryLog LOG =
      InMemoryLog.of(ENTRIES.stream().map(e -> LeafHash.ofEntry(e.toByteArray())).toList());
  private static final SignedNote NOTE =
      new Checkpoint(ORIGIN, SIZE, LOG.range().root()).sign(KEYS, AT);

  @Test
  void every_receipt_comes_back_and_verifies() {
    for (int i = 0; i < SIZE; i++) {
      TlogProof receipt = receipt(i);
      TlogProof parsed = TlogProof.parse(receipt.toByteArray());
      assertEquals(receipt, parsed);
      assertArrayEquals(receipt.toByteArray(), parsed.toByteArray());
      ProvenEntry proven = parsed.verify(POLICY);
      assertEquals(ENTRIES.get(i), proven.entry());
      assertEquals(i, proven.index());
      assertEquals(LOG.leaf(i), proven.leaf());
      assertEquals(SIZE, proven.checkpoint().size());
    }
  }

  /** Nothing in a self-contained receipt with the log's signatures alone is left unchecked. */
  @Test
  void every_changed_byte_of_a_receipt_fails() {
    byte[] receipt = receipt(13).toByteArray();
    for (int at = 0; at < receipt.length; at++) {
      byte[] changed = receipt.clone();
      changed[at] ^= 1;
      assertThrows(EvidenceRejected.class, () -> TlogProof.parse(changed).verify(POLICY));
    }
  }

  @Property(tries = 300)
  void a_changed_inserted_or_missing_byte_fails(
      @ForAll @IntRange(max = SIZE - 1) int i, @ForAll @IntRange int place, @ForAll byte value) {
    byte[] receipt = receipt(i).toByteArray();
    int at = place % receipt.length;
    List<Byte> bytes = new ArrayList<>();
    for (byte b : receipt) {
      bytes.add(b);
    }
    assertFails(replaced(bytes, at, (byte) (value == receipt[at] ? value + 1 : value)));
    List<Byte> shorter = new ArrayList<>(bytes);
    shorter.remove(at);
    assertFails(shorter);
    List<Byte> longer = new ArrayList<>(bytes);
    longer.add(at, value);
    assertFails(longer);
  }

  @Test
  void what_is_not_authenticated_is_a_line_of_an_unknown_key() {
    SignerKey stranger = TestKeys.ed25519("stranger.example");
    List<NoteSignature> lines = new ArrayList<>(NOTE.signatures());
    lines.addFirst(stranger.sign("something else\n", AT));
    SignedNote note = new SignedNote(NOTE.text(), lines);
    TlogProof receipt = TlogProof.of(ENTRIES.get(3), LOG.proofs().inclusion(3), note);
    assertEquals(ENTRIES.get(3), receipt.verify(POLICY).entry());
  }

  @Test
  void without_the_entry_the_leaf_hash_is_asked_for() {
    InclusionProof proof = LOG.proofs().inclusion(3);
    TlogProof bare = new TlogProof(Octets.EMPTY, 3, proof.path(), NOTE);
    assertEquals(bare, TlogProof.parse(bare.toByteArray()));
    assertEquals(SIZE, bare.verify(LOG.leaf(3), POLICY).size());
    Refused.with(Reason.ENTRY_MISSING, () -> bare.verify(POLICY));
    Refused.with(Reason.ROOT_MISMATCH, () -> bare.verify(LOG.leaf(4), POLICY));
  }

  @Test
  void an_extra_that_is_not_the_entry_is_not_believed() {
    InclusionProof proof = LOG.proofs().inclusion(3);
    TlogProof other = TlogProof.of(Octets.utf8("entry 4"), proof, NOTE);
    Refused.with(Reason.ROOT_MISMATCH, () -> other.verify(POLICY));
  }

  @Test
  void each_fault_has_its_own_reason() {
    TlogProof good = receipt(3);
    List<NodeHash> path = good.path();
    List<NodeHash> shorter = path.subList(1, path.size());
    Refused.with(
        Reason.PROOF_LENGTH_WRONG,
        () -> new TlogProof(good.extra(), 3, shorter, NOTE).verify(POLICY));
    Refused.with(
        Reason.INDEX_OUTSIDE_TREE,
        () -> new TlogProof(good.extra(), SIZE, path, NOTE).verify(POLICY));
    Refused.with(
        Reason.ROOT_MISMATCH, () -> new TlogProof(good.extra(), 2, path, NOTE).verify(POLICY));
    Refused.with(
        Reason.SIGNATURE_INVALID,
        () -> TlogProof.parse(bytes(good.toString().replace("\n21\n", "\n22\n"))).verify(POLICY));
    Refused.with(
        Reason.LOG_UNKNOWN,
        () ->
            TlogProof.parse(bytes(good.toString().replace("\n\nlog.ex", "\n\nlag.ex")))
                .verify(POLICY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "c2sp.org/tlog-proof@v1|c2sp.org/tlog-proof@v2",
        "c2sp.org/tlog-proof@v1|\\nc2sp.org/tlog-proof@v1",
        "extra |extra  ",
        "extra |Extra ",
        "extra [^\\n]*|extra ",
        "extra [^\\n]*|extra",
        "(extra [^\\n]*\\n)|$1$1",
        "(extra [^\\n]*\\n)(index [^\\n]*\\n)|$2$1",
        "index 3|index 03",
        "index 3|index +3",
        "index 3|index -3",
        "index 3|index",
        "index 3\\n|",
        "index 3\\n|index 3\\nindex 3\\n",
        "index 3\\n|index 3\\nAAAA\\n",
        "index 3|index 3\\r",
        "index 3|index 18446744073709551616"
      })
  void receipts_that_are_none(String part, String instead) {
    String text = receipt(3).toString();
    String changed =
        text.replaceFirst(
            part, instead == null ? "" : instead.replace("\\n", "\n").replace("\\r", "\r"));
    Refused.with(Reason.RECEIPT_MALFORMED, () -> TlogProof.parse(bytes(changed)));
  }

  @Test
  void a_receipt_of_more_than_a_mebibyte_is_refused() {
    TlogProof huge =
        TlogProof.of(Octets.of(new byte[TlogProof.MAX_BYTES]), LOG.proofs().inclusion(3), NOTE);
    Refused.with(Reason.RECEIPT_MALFORMED, () -> TlogProof.parse(huge.toByteArray()));
  }

  private static TlogProof receipt(int i) {
    return TlogProof.of(ENTRIES.get(i), LOG.proofs().inclusion(i), NOTE);
  }

  private static List<Byte> replaced(List<Byte> bytes, int at, byte value) {
    List<Byte> changed = new ArrayList<>(bytes);
    changed.set(at, value);
    return changed;
  }

  private static void assertFails(List<Byte> receipt) {
    byte[] bytes = new byte[receipt.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = receipt.get(i);
    }
    assertThrows(EvidenceRejected.class, () -> TlogProof.parse(bytes).verify(POLICY));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
