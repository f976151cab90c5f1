package org.entente.gateway.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.kit.manifest.Sha256;
import org.entente.pki.Authority;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.Credential;
import org.junit.jupiter.api.Test;

class TlsTrustTest {

  private static final Clock CLOCK = Clock.systemUTC();

  private final Authority old = authority("kr TLS CA");
  private final Authority next = authority("kr TLS CA 2");

  private static Authority authority(String name) {
    return Authority.root(CertificateTemplate.authority("kr", name), CLOCK);
  }

  private static Credential client(Authority authority) {
    return authority.issue(CertificateTemplate.client("kr", "kr-feed"));
  }

  private static Optional<TlsTrust.Peer> peer(TlsTrust trust, Credential client)
      throws CertificateEncodingException {
    return trust.peer(Sha256.of(client.leaf().getEncoded()), client.chain());
  }

  private static TlsTrust trust(X509Certificate... anchors) {
    return new TlsTrust(Map.of("kr", Set.of(anchors)), CLOCK);
  }

  @Test
  void while_a_party_changes_its_authority_clients_of_both_are_its_own() throws Exception {
    TlsTrust changing = trust(old.certificate(), next.certificate());

    for (Authority authority : new Authority[] {old, next}) {
      TlsTrust.Peer peer = peer(changing, client(authority)).orElseThrow();
      assertEquals(new ClientCertificate("kr", "kr-feed"), peer.client());
      assertEquals(authority.certificate(), peer.path().getLast());
    }
  }

  @Test
  void before_and_after_the_change_only_the_anchor_of_that_time_counts() throws Exception {
    assertTrue(peer(trust(old.certificate()), client(next)).isEmpty());
    assertTrue(peer(trust(next.certificate()), client(old)).isEmpty());
  }
}
