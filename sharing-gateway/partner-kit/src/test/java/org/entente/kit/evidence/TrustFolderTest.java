package org.entente.kit.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.ManifestRejected;
import org.entente.kit.manifest.ManifestSigner;
import org.entente.kit.manifest.SubmissionDraft;
import org.entente.kit.profile.ProfileInvalid;
import org.entente.kit.stix.StixInput;
import org.entente.pki.Credential;
import org.entente.pki.ListTemplate;
import org.entente.pki.Pki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder decides whom to believe; what the exchange hands out is held against it. */
class TrustFolderTest {

  private static final byte[] BODY =
      "{\"objects\":[{\"id\":\"a\"}, {\"id\" : \"b\"}]}"
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private Pki pki;
  private Path partner;

  @BeforeEach
  void trust_in_korea() throws IOException {
    pki = Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr");
    partner = Files.createDirectories(folder.resolve("trust/partners/kr"));
    Files.copy(pki.party("kr").signingAnchor(), partner.resolve("signing-ca.pem"));
    signers("# registered 2026-11-25\n\nurn:entente:signer:kr:ops\n");
  }

  private void signers(String text) throws IOException {
    Files.writeString(partner.resolve("signers"), text);
  }

  private TrustFolder trust() {
    return new TrustFolder(folder.resolve("trust"));
  }

  private byte[] manifest() {
    Credential ops = pki.party("kr").signer("ops").credential();
    return new ManifestSigner(
            new JcaSigningKey(ops.key(), ops.chain()), Clock.systemUTC(), UUID::randomUUID)
        .sign(
            new SubmissionDraft(
                "https://gw.example/taxii2/exchange/",
                "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10",
                Body.of(BODY)));
  }

  private static Map<String, Object> answer(byte[] manifest, byte[] body) {
    Base64.Encoder base64 = Base64.getEncoder();
    return Map.of(
        "submission", "s-1",
        "manifest", base64.encodeToString(manifest),
        "body", base64.encodeToString(body));
  }

  @Test
  void an_object_of_a_signed_body_has_a_signed_origin_and_another_spelling_has_none() {
    SignedOrigin origin = SignedOrigin.of(answer(manifest(), BODY), trust().manifestVerifier());

    assertEquals("urn:entente:signer:kr:ops", origin.manifest().signer().urn().toString());
    StixInput same =
        StixInput.of(
            "{\"objects\":[{\"id\" : \"b\"}]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    StixInput respelled =
        StixInput.of(
            "{\"objects\":[{\"id\":\"b\"}]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(true, origin.contains(same.objects().getFirst()));
    assertEquals(false, origin.contains(respelled.objects().getFirst()));
  }

  @Test
  void a_body_the_exchange_changed_is_refused() {
    byte[] changed = BODY.clone();
    changed[15] = 'x';
    Map<String, Object> answer = answer(manifest(), changed);

    assertThrows(ManifestRejected.class, () -> SignedOrigin.of(answer, trust().manifestVerifier()));
  }

  @Test
  void an_answer_without_readable_evidence_is_refused_as_that() {
    for (Map<String, Object> answer :
        java.util.List.<Map<String, Object>>of(
            Map.of(), Map.of("manifest", 1L, "body", ""), Map.of("manifest", "?", "body", ""))) {
      assertThrows(
          EvidenceUnreadable.class, () -> SignedOrigin.of(answer, trust().manifestVerifier()));
    }
  }

  @Test
  void a_signer_taken_from_the_list_is_not_believed_any_more() throws IOException {
    signers("#urn:entente:signer:kr:ops\n");
    Map<String, Object> answer = answer(manifest(), BODY);

    ManifestRejected refused =
        assertThrows(
            ManifestRejected.class, () -> SignedOrigin.of(answer, trust().manifestVerifier()));
    assertEquals(ManifestRejected.Code.SIG_TRUST, refused.code());
  }

  @Test
  void a_list_in_the_folder_revokes_what_was_signed_after_its_date_and_nothing_before()
      throws IOException {
    Map<String, Object> answer = answer(manifest(), BODY);
    Path revoked = Files.createDirectories(partner.resolve("revoked"));
    pki.party("kr").revokedSigning().publish();
    Files.copy(pki.party("kr").revokedSigning().file(), revoked.resolve("2026.crl"));
    List<String> checks = SignedOrigin.of(answer, trust().manifestVerifier()).manifest().checks();
    assertTrue(checks.stream().anyMatch(check -> check.startsWith("crl:")), "" + checks);

    // Lists of the test's authorities revoke as of an hour ago.
    pki.party("kr").revokedSigning().revoke(pki.party("kr").signer("ops").credential().leaf());
    Files.copy(pki.party("kr").revokedSigning().file(), revoked.resolve("2027.crl"));

    ManifestRejected refused =
        assertThrows(
            ManifestRejected.class, () -> SignedOrigin.of(answer, trust().manifestVerifier()));
    assertEquals(ManifestRejected.Code.SIG_REVOKED, refused.code());
  }

  @Test
  void a_list_of_somebody_else_or_one_that_ended_before_leaves_it_open() throws IOException {
    Map<String, Object> answer = answer(manifest(), BODY);
    Path revoked = Files.createDirectories(partner.resolve("revoked"));
    Files.copy(pki.party("kr").revokedTls().file(), revoked.resolve("tls.crl"));

    ManifestRejected refused =
        assertThrows(
            ManifestRejected.class, () -> SignedOrigin.of(answer, trust().manifestVerifier()));
    assertEquals(ManifestRejected.Code.REVOCATION_UNAVAILABLE, refused.code());

    var ended = ListTemplate.number(9).withValidity(Duration.ofDays(-2), Duration.ofDays(-1));
    Files.write(
        revoked.resolve("old.crl"), pki.party("kr").signingAuthority().revocationList(ended));
    refused =
        assertThrows(
            ManifestRejected.class, () -> SignedOrigin.of(answer, trust().manifestVerifier()));
    assertEquals(ManifestRejected.Code.REVOCATION_UNAVAILABLE, refused.code());
  }

  @Test
  void a_folder_that_is_not_as_described_is_refused_as_a_whole() throws IOException {
    signers("urn:entente:partner:kr\n");
    assertThrows(ProfileInvalid.class, () -> trust().manifestVerifier());
    Files.move(partner, partner.resolveSibling("Korea"));
    assertThrows(ProfileInvalid.class, () -> trust().manifestVerifier());
    assertThrows(ProfileInvalid.class, () -> trust().logPolicy());
    Files.writeString(folder.resolve("trust/log.policy"), "log nonsense\n");
    assertThrows(ProfileInvalid.class, () -> trust().logPolicy());
    TrustFolder nowhere = new TrustFolder(folder.resolve("nowhere"));
    assertThrows(ProfileInvalid.class, nowhere::manifestVerifier);
  }
}
