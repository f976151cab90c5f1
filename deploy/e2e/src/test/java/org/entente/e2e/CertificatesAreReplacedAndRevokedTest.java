package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.e2e.scene.Answer;
import org.entente.e2e.scene.Door;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.Party;
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
