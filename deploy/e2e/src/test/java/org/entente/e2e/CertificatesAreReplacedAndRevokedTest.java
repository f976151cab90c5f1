package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.entente.e2e.scene.Answer;
import org.entente.e2e.scene.Door;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Service;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.Party;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys and certificates come and go while the exchange runs. */
@ExtendWith(OneExchange.class)
class CertificatesAreReplacedAndRevokedTest {

  private static final String KOREA = Member.KOREA.id();

  private final Scene scene;
  private final Feed korea;
  private final Party party;

  CertificatesAreReplacedAndRevokedTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    party = scene.exchange().pki().party(KOREA);
  }

  @Test
  void a_client_has_two_certificates_until_one_is_revoked() {
    var template = CertificateTemplate.client(KOREA, Member.KOREA.feed());
    var second = party.tls("second-feed", template);
    var bare = Door.with(second, scene.exchange());
    var door = bare.bearing(bare.token(KOREA, Member.KOREA.feed()));
    assertEquals(200, door.discovery().status());
    assertEquals(200, korea.door().discovery().status());

    party.revokedTls().revoke(second.credential().leaf());

    var refused = refused(door::discovery, "403 CERT_REVOKED");
    assertTrue(scene.auditor().refusal(refused.request()).isPresent());
    assertEquals(200, korea.door().discovery().status());
  }

  @Test
  void a_signer_has_two_certificates_until_one_is_revoked() {
    var second = party.signing("second-signer", CertificateTemplate.signer(KOREA, Member.SIGNER));
    var key = second.credential();
    var first = korea.sign(key, UUID.randomUUID(), Stix.warning(Member.KOREA, 1), List.of());
    assertEquals(202, korea.door().post(first).status());

    party.revokedSigning().revoke(key.leaf());

    var late = korea.sign(key, UUID.randomUUID(), Stix.warning(Member.KOREA, 1), List.of());
    var refused = refused(() -> korea.door().post(late), "403 SIG_REVOKED");
    var entry = scene.auditor().refusal(refused.request()).orElseThrow();
    assertTrue(entry.text("exchange", "revocation_lists").startsWith("crl:"));
    assertEquals(202, korea.door().post(korea.sign(Stix.warning(Member.KOREA, 1))).status());
  }

  @Test
  void the_certificates_of_all_services_are_replaced_without_one_failed_request() {
    // Given
    var over = new AtomicBoolean();
    var served = new AtomicInteger();
    var lanes =
        List.of(
            lane(over, served, () -> korea.door().post(korea.sign(Stix.warning(Member.KOREA, 1)))),
            lane(over, served, () -> korea.door().discovery()));
    Eventually.is("a light load", () -> served.get() > 20);

    // When
    var pki = scene.exchange().pki();
    var gateway = pki.renew(Pki.GATEWAY).leaf();
    var indicators = pki.renew(Pki.INDICATOR_SERVICE).leaf();
    var audit = pki.renew(Pki.AUDIT_SERVICE).leaf();

    // Then
    shows(scene.gateway(), gateway);
    shows(scene.indicatorService(), indicators);
    shows(scene.auditService(), audit);
    var before = served.get();
    Eventually.is("a light load afterwards", () -> served.get() > before + 20);
    over.set(true);
    lanes.forEach(lane -> assertEquals(List.of(), lane.join()));
  }

  /** What was answered otherwise than with success. */
  private static CompletableFuture<List<String>> lane(
      AtomicBoolean over, AtomicInteger served, Supplier<Answer> request) {
    return CompletableFuture.supplyAsync(
        () -> {
          var failures = new ArrayList<String>();
          while (!over.get()) {
            var answer = request.get();
            if (answer.status() >= 300) {
              failures.add(answer.refusal());
            }
            served.incrementAndGet();
          }
          return failures;
        },
        task -> Thread.ofVirtual().start(task));
  }

  private void shows(Service service, Certificate certificate) {
    var own = party.client(Member.KOREA.feed());
    Eventually.is(
        service + " shows its new certificate",
        () -> certificate.equals(Door.shown(service.url(), own, scene.exchange())));
  }

  private static Answer refused(Supplier<Answer> request, String refusal) {
    return Eventually.get(
        refusal,
        () -> {
          var answer = request.get();
          return answer.status() >= 300 && answer.refusal().equals(refusal)
              ? Optional.of(answer)
              : Optional.empty();
        });
  }
}
