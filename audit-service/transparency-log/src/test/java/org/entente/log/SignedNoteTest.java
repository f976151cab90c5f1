package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

  private static final Instant AT = Instant.ofEpochSecond(1_764_064_800);
  private static final String SIGNATURE = "\u2014 a.example AAAAAAE=\n";

  /** The example of C2SP signed-note. */
  @Test
  void the_example_of_the_standard_verifies() {
    VerifierKey key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    SignedNote note =
        note(
            """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYj\
            OBH3mFXmRKuwHjG1Yu72IneyaQM=
            """);
    assertEquals(List.of(key), List.copyOf(note.verify(List.of(key))));
    assertEquals("This is an example message.\n", note.text());
  }

  /** The example of Go's note package, which publishes the private key: signing gives its bytes. */
  @Test
  void the_example_of_go_is_signed_byte_for_byte() {
    SignerKey key =
        SignerKey.parse(
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    String text =
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;
    assertEquals(
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        key.verifier().toString());
    assertEquals(
        text
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFY"
            + "C2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
        new SignedNote(text, List.of(key.sign(text, AT))).toString());
  }

  @Property(tries = 200)
  void what_is_signed_parses_to_the_same_bytes_and_verifies(
      @ForAll @Size(min = 1, max = 5) List<String> lines,
      @ForAll @IntRange(min = 1, max = 16) int keys) {
    String text = clean(String.join("\n", lines)) + "\n";
    List<SignerKey> signers = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      signers.add(TestKeys.ed25519("signer" + i + ".example"));
    }
    SignedNote note = new SignedNote(text, signers.stream().map(k -> k.sign(text, AT)).toList());
    SignedNote parsed = SignedNote.parse(note.toByteArray());
    assertEquals(note, parsed);
    assertArrayEquals(note.toByteArray(), parsed.toByteArray());
    List<VerifierKey> known = signers.stream().map(SignerKey::verifier).toList();
    assertEquals(known, List.copyOf(parsed.verify(known)));
  }

  @Test
  void the_text_ends_at_the_last_blank_line() {
    SignedNote note = note("one\n\ntwo\n\n" + SIGNATURE);
    assertEquals("one\n\ntwo\n", note.text());
    assertEquals(1, note.signatures().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n" + SIGNATURE,
        "text\n\n\u2014 a.example AAAAAAE=",
        "text\n\n" + SIGNATURE + "\n",
        "text\n\n" + SIGNATURE + "more\n",
        "text\n\n- a.example AAAAAAE=\n",
        "text\n\n\u2014 a.example\n",
        "text\n\n\u2014  AAAAAAE=\n",
        "text\n\n\u2014 AAAAAAE=\n",
        "text\n\n\u2014 a example AAAAAAE=\n",
        "text\n\n\u2014 a+example AAAAAAE=\n",
        "text\n\n\u2014 a\u00a0example AAAAAAE=\n",
        "text\n\n\u2014 a\u3000example AAAAAAE=\n",
        "text\n\n\u2014 a\u0085example AAAAAAE=\n",
        "text\n\n\u2014 a.example AAAAAAF=\n",
        "text\n\n\u2014 a.example AAAAAAE\n",
        "text\n\n\u2014 a.example AAAAAA==\n",
        "text\n\n\u2014 a.example AAAAAAE= \n",
        "text\n\n\u2014 a.example AAAA AAE=\n",
        "text\n\n\u2014 a.example _-AAAAE=\n",
        "text\r\n\n" + SIGNATURE,
        "te\txt\n\n" + SIGNATURE,
        "te\u0000xt\n\n" + SIGNATURE,
        "text\n\n\u2014 a.example AAAAAAE=\r\n"
      })
  void notes_that_are_none(String note) {
    Refused.with(Reason.NOTE_MALFORMED, () -> note(note));
  }

  @Test
  void a_note_that_is_not_utf_8_is_refused() {
    byte[] note = ("te?t\n\n" + SIGNATURE).getBytes(UTF_8);
    note[2] = (byte) 0xC3;
    Refused.with(Reason.NOTE_MALFORMED, () -> SignedNote.parse(note));
  }

  @Test
  void sixty_four_signatures_are_read_and_more_are_not() {
    assertEquals(64, note("text\n\n" + SIGNATURE.repeat(64)).signatures().size());
    Refused.with(Reason.NOTE_MALFORMED, () -> note("text\n\n" + SIGNATURE.repeat(65)));
  }

  @Test
  void a_note_of_more_than_half_a_mebibyte_is_refused() {
    String text = "x".repeat(SignedNote.MAX_BYTES);
    Refused.with(Reason.NOTE_MALFORMED, () -> note(text + "\n\n" + SIGNATURE));
  }

  @Test
  void lines_of_unknown_keys_are_ignored_but_do_not_count() {
    SignerKey ours = TestKeys.ed25519("ours.example");
    SignerKey other = TestKeys.ed25519("other.example");
    NoteSignature sameName =
        new NoteSignature("ours.example", Octets.of(new byte[] {1, 2, 3, 4, 5}));
    List<NoteSignature> lines =
        List.of(other.sign("text\n", AT), sameName, ours.sign("text\n", AT));
    List<VerifierKey> known = List.of(ours.verifier());
    assertEquals(known, List.copyOf(new SignedNote("text\n", lines).verify(known)));
    SignedNote without = new SignedNote("text\n", lines.subList(0, 2));
    Refused.with(Reason.SIGNATURE_MISSING, () -> without.verify(known));
    Refused.with(Reason.SIGNATURE_MISSING, () -> without.verify(List.of()));
  }

  @Test
  void one_bad_signature_of_a_known_key_spoils_the_note() {
    SignerKey ours = TestKeys.ed25519("ours.example");
    SignerKey partner = TestKeys.ed25519("partner.example");
    List<VerifierKey> known = List.of(ours.verifier(), partner.verifier());
    SignedNote note =
        new SignedNote("text\n", List.of(ours.sign("text\n", AT), partner.sign("other\n", AT)));
    Refused.with(Reason.SIGNATURE_INVALID, () -> note.verify(known));
    NoteSignature good = ours.sign("text\n", AT);
    NoteSignature bad = ours.sign("other\n", AT);
    SignedNote twice = new SignedNote("text\n", List.of(good, bad));
    Refused.with(Reason.SIGNATURE_INVALID, () -> twice.verify(known));
  }

  @Test
  void a_signature_of_the_wrong_length_is_not_one() {
    SignerKey ours = TestKeys.ed25519("ours.example");
    Octets content = ours.sign("text\n", AT).content();
    for (int length : new int[] {5, content.length() - 1}) {
      NoteSignature cut = new NoteSignature("ours.example", content.slice(0, length));
      Refused.with(
          Reason.SIGNATURE_INVALID,
          () -> new SignedNote("text\n", List.of(cut)).verify(List.of(ours.verifier())));
    }
  }

  @Test
  void a_signature_needs_a_time() {
    SignerKey key = TestKeys.ed25519("ours.example");
    assertThrows(IllegalArgumentException.class, () -> key.sign("text\n", Instant.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 253_402_300_800L, Long.MAX_VALUE, Long.MIN_VALUE})
  void a_time_that_no_clock_can_show_is_refused_though_it_is_signed(long time) throws Exception {
    SignerKey key = TestKeys.key("ours.example", KeyType.ED25519_COSIGNATURE);
    SignedNote note = new SignedNote("text\n", List.of(cosigned(key, "text\n", time)));
    Refused.with(Reason.SIGNATURE_INVALID, () -> note.verify(List.of(key.verifier())));
    Refused.with(Reason.SIGNATURE_INVALID, () -> note.cosignature(key.verifier()));
  }

  @Test
  void the_last_second_before_the_year_10000_is_a_time() throws Exception {
    SignerKey key = TestKeys.key("ours.example", KeyType.ED25519_COSIGNATURE);
    NoteSignature last = cosigned(key, "text\n", 253_402_300_799L);
    SignedNote note = new SignedNote("text\n", List.of(last));
    assertEquals(Optional.of(last), note.cosignature(key.verifier()));
    assertEquals(Instant.parse("9999-12-31T23:59:59Z"), last.time());
  }

  /** Any time at all, which a signer key would not take. */
  private static NoteSignature cosigned(SignerKey key, String text, long time) throws Exception {
    Signer signer = key.verifier().type().signer();
    byte[] seed = TestKeys.seed(key.verifier().name(), key.verifier().type());
    signer.init(true, new Ed25519PrivateKeyParameters(seed));
    byte[] message = SignedMessage.of(key.verifier(), text, time);
    signer.update(message, 0, message.length);
    byte[] bare = signer.generateSignature();
    return NoteSignature.of(
        key.verifier(), ByteBuffer.allocate(8 + bare.length).putLong(time).put(bare).array());
  }

  @Test
  void a_note_without_signatures_cannot_be_made() {
    Refused.with(Reason.NOTE_MALFORMED, () -> new SignedNote("text\n", Collections.emptyList()));
  }

  private static SignedNote note(String text) {
    return SignedNote.parse(text.getBytes(UTF_8));
  }

  /** Leaves out what a note may not contain. */
  private static String clean(String text) {
    return new String(text.getBytes(UTF_8), UTF_8).replaceAll("[\\x00-\\x09\\x0B-\\x1F]", "");
  }
}
