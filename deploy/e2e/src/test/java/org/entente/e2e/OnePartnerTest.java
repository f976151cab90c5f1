package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.e2e.scene.Door;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Signed;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.entente.pki.CredentialFiles;
import org.entente.pki.HostileCertificates;
import org.entente.pki.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P7: certificate, token and signature always belong to the same partner. */
@ExtendWith(OneExchange.class)
class OnePartnerTest {

  private final Scene scene;
  private final Feed korea;
  private final Feed eu;
  private final Party koreasKeys;
  private final HostileCertificates hostile;

  OnePartnerTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    eu = scene.eu();
    koreasKeys = scene.exchange().pki().party(Member.KOREA.id());
    hostile = new HostileCertificates(koreasKeys, Clock.systemUTC());
  }

  @Test
  void koreas_certificate_with_the_eus_token() {
    var answer = korea.door().bearing(eu.door().token().orElseThrow()).discovery();

    assertEquals("401 AUTH_BINDING", answer.refusal());
  }

  @Test
  void the_certificate_of_one_client_with_the_token_of_another() {
    var auditor = door(koreasKeys.client(Member.KOREA.auditor()));

    var answer = auditor.bearing(korea.door().token().orElseThrow()).discovery();

    assertEquals("401 AUTH_BINDING", answer.refusal());
  }

  @Test
  void the_eus_identity_provider_knows_no_certificate_of_korea() {
    var answer = korea.door().askForToken(Member.EU.id(), Member.EU.feed());

    assertEquals(401, answer.status());
  }

  @Test
  void what_korea_signed_sent_by_the_eu() {
    assertRefused("403 SIGNER_PARTNER_MISMATCH", eu, korea.sign(Stix.warning(Member.KOREA, 1)));
  }

  @Test
  void what_the_eu_signed_sent_by_korea() {
    assertRefused("403 SIGNER_PARTNER_MISMATCH", korea, eu.sign(Stix.warning(Member.EU, 1)));
  }

  @Test
  void a_client_certificate_by_korea_that_names_the_eus_client() {
    var stolen = hostile.clientNaming(Member.EU.id(), Member.EU.feed());

    var answer = door(stolen).bearing(eu.door().token().orElseThrow()).discovery();

    assertEquals("403 CERTIFICATE_UNKNOWN", answer.refusal());
  }

  @Test
  void a_client_certificate_by_korea_that_names_a_service() {
    var posing = hostile.clientNamingService("sharing-gateway");

    var answer = door(posing).bearing(korea.door().token().orElseThrow()).discovery();

    assertEquals("403 CERTIFICATE_UNKNOWN", answer.refusal());
  }

  @Test
  void a_client_certificate_by_an_unknown_authority() {
    var stranger = door(hostile.clientOfUnknownAuthority(Member.KOREA.feed()));

    var failure = assertThrows(UncheckedIOException.class, stranger::discovery);

    // An alert, or a reset where the request was still being sent.
    assertFalse(failure.getCause() instanceof ConnectException, failure::toString);
  }

  @Test
  void a_signer_by_korea_that_names_the_eus_signer() {
    assertRefused(
        "403 SIG_TRUST", eu, signed(hostile.signerNaming(Member.EU.id(), Member.SIGNER), eu));
  }

  @Test
  void a_signer_by_koreas_authority_for_tls() {
    assertRefused(
        "403 SIG_TRUST", korea, signed(hostile.signerOfTlsAuthority(Member.SIGNER), korea));
  }

  @Test
  void a_signer_nobody_registered() {
    assertRefused("403 SIG_TRUST", korea, signed(hostile.unregisteredSigner(), korea));
  }

  private void assertRefused(String refusal, Feed sender, Signed submission) {
    var answer = sender.door().post(submission);

    assertEquals(refusal, answer.refusal());
    assertEquals(Optional.empty(), scene.indicators().stateOf(submission));
  }

  private static Signed signed(CredentialFiles signer, Feed feed) {
    var body = Stix.warning(Member.KOREA, 1);
    return feed.sign(signer.credential(), UUID.randomUUID(), body, List.of());
  }

  private Door door(CredentialFiles certificate) {
    return Door.with(certificate, scene.exchange());
  }
}
