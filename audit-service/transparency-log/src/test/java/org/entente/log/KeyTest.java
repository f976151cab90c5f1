package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

  private static final SignerKey ED25519 = TestKeys.ed25519("log.example/1");

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void both_text_forms_come_back(KeyType type) {
    SignerKey key = SignerKey.generate("log.example/1", type, new SecureRandom());
    assertEquals(key.verifier(), SignerKey.parse(key.secretText()).verifier());
    assertEquals(key.verifier(), VerifierKey.parse(key.verifier().toString()));
    assertEquals(key.secretText(), SignerKey.parse(key.secretText()).secretText());
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void every_generated_key_is_another(KeyType type) {
    SecureRandom random = new SecureRandom();
    assertNotEquals(
        SignerKey.generate("log.example/1", type, random).verifier(),
        SignerKey.generate("log.example/1", type, random).verifier());
  }

  /** Keys of transparency-dev/tessera, transparency-dev/formats, and a real witness. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
        "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6",
        "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        "witness.example.org+b8a2cf20+BFLN3yikSfFkVAJtrnh/CiY3Zozkoy7clp+P7XB28qUN"
      })
  void keys_published_by_others(String vkey) {
    assertEquals(vkey, VerifierKey.parse(vkey).toString());
  }

  @Test
  void the_private_key_of_tessera_belongs_to_its_public_key() {
    SignerKey key =
        SignerKey.parse(
            "PRIVATE+KEY+example.com/log/testdata+33d7b496"
                + "+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg");
    assertEquals(
        "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
        key.verifier().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "name+00000000",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k ",
        "example.com/foo+530d903a+AQ==",
        "example.com/foo+530d903a+",
        "example.com/foo+530d903a+!",
        "example foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
      })
  void keys_that_are_none(String vkey) {
    Refused.with(Reason.KEY_MALFORMED, () -> VerifierKey.parse(vkey));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PRIVATE+KEY+",
        "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
        "PRIVATE+KEY+PeterNeumanm+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDF0",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKA==",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void private_keys_that_are_none(String key) {
    Refused.with(Reason.KEY_MALFORMED, () -> SignerKey.parse(key));
  }

  @Test
  void bytes_that_are_no_point_of_the_curve_are_no_key() {
    byte[] none = HexFormat.of().parseHex("02".repeat(31) + "ff");
    Refused.with(
        Reason.KEY_MALFORMED, () -> new VerifierKey("name", KeyType.ED25519, Octets.of(none)));
    Refused.with(
        Reason.KEY_MALFORMED,
        () -> new VerifierKey("name", KeyType.ED25519, Octets.of(new byte[32])));
  }

  @Test
  void names_fit_a_cosignature() {
    TestKeys.ed25519("a".repeat(255));
    Refused.with(Reason.KEY_MALFORMED, () -> TestKeys.ed25519("a".repeat(256)));
    Refused.with(Reason.KEY_MALFORMED, () -> TestKeys.ed25519("\u00e9".repeat(128)));
    Refused.with(Reason.KEY_MALFORMED, () -> TestKeys.ed25519("a\nb"));
    Refused.with(Reason.KEY_MALFORMED, () -> TestKeys.ed25519("\ud800"));
    Refused.with(
        Reason.KEY_MALFORMED, () -> SignerKey.ofSeed("name", KeyType.ED25519, new byte[31]));
  }

  @Test
  void a_private_key_is_not_printed_by_accident() {
    String secret = ED25519.secretText().substring(ED25519.secretText().lastIndexOf('+') + 1);
    assertFalse(ED25519.toString().contains(secret));
    assertEquals("ED25519 key log.example/1+" + ED25519.verifier().idHex(), ED25519.toString());
  }

  @Test
  void a_private_key_with_a_typing_error_is_not_quoted() {
    String secret = ED25519.secretText().substring(0, ED25519.secretText().length() - 1) + "!";
    EvidenceRejected broken = assertThrows(EvidenceRejected.class, () -> SignerKey.parse(secret));
    assertEquals("KEY_MALFORMED: not base64", broken.getMessage());
    EvidenceRejected misplaced =
        assertThrows(
            EvidenceRejected.class,
            () -> TlogPolicy.parse(Octets.utf8("quorum none\n" + secret + "\n").toByteArray()));
    assertEquals(
        "POLICY_MALFORMED: line 2: neither log, witness, group nor quorum", misplaced.getMessage());
  }

  @Test
  void hostile_text_in_a_message_is_short_and_harmless() {
    String hostile = "\u001b[2J\u009b\u202e\r\n".repeat(1000);
    EvidenceRejected refused = assertThrows(EvidenceRejected.class, () -> TilePath.parse(hostile));
    assertTrue(refused.detail().length() < 400);
    assertTrue(refused.detail().chars().allMatch(c -> c >= ' ' && c < 0x7f));
  }
}
