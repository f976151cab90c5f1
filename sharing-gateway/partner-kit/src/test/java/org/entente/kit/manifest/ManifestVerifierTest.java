package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.manifest.Parties.BODY;
import static org.entente.kit.manifest.Parties.EU_SIGNER;
import static org.entente.kit.manifest.Parties.NOW;
import static org.entente.kit.manifest.Parties.SIGNER;
import static org.entente.kit.manifest.Parties.verifier;
import static org.entente.kit.manifest.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.entente.kit.manifest.ManifestRejected.Code;
import org.entente.stix.marking.Recipient;
import org.junit.jupiter.api.Test;

class ManifestVerifierTest {

  private final byte[] good = Parties.signed(Parties.key(SIGNER));

  @Test
  void a_manifest_signed_by_the_kit_is_accepted_with_what_it_states() {
    VerifiedManifest verified = verifier().verify(good, Body.of(BODY), Parties.atTheDoor());

    assertEquals("urn:entente:signer:kr:ops", verified.signer().urn().toString());
    assertEquals(Parties.KR, verified.partner());
    assertEquals(Parties.AUDIENCE, verified.claims().audience());
    assertEquals(NOW, verified.claims().issuedAt());
    assertEquals(NOW.plus(Duration.ofMinutes(5)), verified.claims().expiresAt());
    assertEquals(Sha256.of(good), verified.sha256());
    assertEquals(SIGNER.thumbprint(), verified.signer().leaf().base64Url());
    assertTrue(verified.checks().contains("alg:ES256"));
  }

  @Test
  void a_body_that_was_hashed_while_it_was_read_is_as_good() {
    Body streamed = Body.ofDigest(Sha256.of(BODY), BODY.length);

    assertEquals(Parties.KR, verifier().verify(good, streamed, Parties.atTheDoor()).partner());
  }

  @Test
  void the_general_json_form_is_accepted_with_the_same_claims() {
    String[] part = new String(good, US_ASCII).split("\\.", -1);
    String json =
        "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}"
            .formatted(part[1], part[0], part[2]);

    Claims compact = verifier().verify(good, Body.of(BODY), Parties.atTheDoor()).claims();
    Claims general =
        verifier().verify(json.getBytes(UTF_8), Body.of(BODY), Parties.atTheDoor()).claims();

    assertEquals(compact, general);
  }

  @Test
  void a_manifest_about_one_thing_is_none_about_another() {
    byte[] acts = Forge.by(SIGNER).body("cty", Content.RELEASE.mediaType()).compact();
    var atReleases = Parties.atTheDoor().about(Content.RELEASE);

    assertEquals(Parties.KR, verifier().verify(acts, Body.of(BODY), atReleases).partner());
    assertEquals(
        Parties.KR, verifier().verify(acts, Body.of(BODY), Expectation.offline()).partner());
    Refusals.refused(ManifestRejected.Code.BODY_DIGEST, acts, BODY, Parties.atTheDoor());
    Refusals.refused(ManifestRejected.Code.BODY_DIGEST, good, BODY, atReleases);
    byte[] other = Forge.by(SIGNER).body("cty", "text/plain").compact();
    Refusals.refused(ManifestRejected.Code.BODY_DIGEST, other, BODY, Expectation.offline());
  }

  @Test
  void every_optional_claim_is_read() {
    byte[] manifest =
        Forge.by(SIGNER)
            .claim(
                "rel",
                List.of(
                    "urn:entente:partner:us",
                    "urn:entente:agency:eu:cert-eu",
                    "urn:entente:role:eu:cert-eu:liaison"))
            .claim("tlp", "amber+strict")
            .claim("prev", Sha256.of(good).base64Url())
            .body("sha-384", Body.of(BODY).sha384().orElseThrow())
            .header("kid", "any text")
            .without("cty")
            .compact();

    Claims claims = verifier().verify(manifest, Body.of(BODY), Parties.atTheDoor()).claims();

    assertEquals(
        List.of(
            Recipient.partner("us"),
            Recipient.agency("eu", "cert-eu"),
            Recipient.role("eu", "cert-eu", "liaison")),
        claims.recipients());
    assertEquals("amber+strict", claims.tlp().orElseThrow());
    assertEquals(Sha256.of(good), claims.previous().orElseThrow());
  }

  @Test
  void evidence_verifies_long_after_everything_expired() {
    VerifiedManifest verified = verifier().verify(good, Body.of(BODY), Expectation.offline());

    assertEquals(NOW, verified.claims().issuedAt());
  }

  @Test
  void evidence_said_to_be_received_after_the_certificates_ended_is_refused() {
    refused(Code.SIG_TRUST, good, BODY, Expectation.receivedAt(NOW.plus(Duration.ofDays(400))));
  }

  @Test
  void another_partners_signer_over_this_partners_connection_is_refused() {
    byte[] foreign =
        Forge.by(EU_SIGNER)
            .claim("iss", "urn:entente:partner:eu")
            .claim("sub", "urn:entente:signer:eu:ops")
            .compact();

    assertEquals(403, refused(Code.SIGNER_PARTNER_MISMATCH, foreign).status());
  }

  @Test
  void a_signer_cannot_speak_for_another_partner_or_signer() {
    refused(
        Code.SIGNER_PARTNER_MISMATCH,
        Forge.by(SIGNER).claim("iss", "urn:entente:partner:eu").compact());
    refused(
        Code.SIGNER_PARTNER_MISMATCH,
        Forge.by(SIGNER).claim("sub", "urn:entente:signer:kr:other").compact());
  }

  @Test
  void a_partner_may_be_given_a_longer_lifetime_but_never_more_than_a_day() {
    PartnerTrust patient = Parties.trust(Parties.KR, Duration.ofHours(24));
    var verifier =
        new ManifestVerifier(new SigningTrust(List.of(patient), Revocation.none(), Parties.CLOCK));
    byte[] day =
        Forge.by(SIGNER).claim("exp", NOW.plus(Duration.ofHours(24)).getEpochSecond()).compact();

    assertEquals(Parties.KR, verifier.verify(day, Body.of(BODY), Parties.atTheDoor()).partner());
    refused(Code.CLAIM_TIME, day);
  }

  @Test
  void who_has_no_lists_says_so_among_the_checks() {
    VerifiedManifest verified = verifier().verify(good, Body.of(BODY), Parties.atTheDoor());

    assertTrue(verified.checks().contains("revocation:unchecked"));
  }
}
