package org.entente.gateway.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.entente.gateway.partner.ClientCertificate;
import org.entente.gateway.partner.TlsTrust;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.Revocation;
import org.entente.revocation.ListName;
import org.entente.revocation.Verdict;

/**
 * Whose certificate it is, and whether it still counts. Asked at each request, so that a connection
 * that was opened before a certificate was revoked ends there.
 */
@ApplicationScoped
class Certificates {

  private final Revocation revocation;
  private final Clock clock;

  Certificates(Revocation revocation, Clock clock) {
    this.revocation = revocation;
    this.clock = clock;
  }

  /**
   * What is known of a certificate.
   *
   * @param client the partner's client it was issued to, empty when it is nobody's
   * @param revocation what lists say of it
   */
  record Recognised(Optional<ClientCertificate> client, Verdict revocation) {

    /** The lists that were looked at; of a revoked one that which says so. */
    List<String> lists() {
      return switch (revocation) {
        case Verdict.Good good -> good.lists().stream().map(ListName::toString).toList();
        case Verdict.Revoked revoked -> List.of(revoked.list().toString());
        case Verdict.Unchecked _, Verdict.Unavailable _ -> List.of();
      };
    }

    /** Whether it is known that it counts no more. */
    boolean revoked() {
      return revocation instanceof Verdict.Revoked;
    }

    /** Why it does not count now, if it does not. */
    Optional<Refused> refusal() {
      if (client.isEmpty()) {
        return refused(Code.CERTIFICATE_UNKNOWN, "No partner's CA issued this certificate.");
      }
      return switch (revocation) {
        case Verdict.Unchecked _, Verdict.Good _ -> Optional.empty();
        case Verdict.Revoked _ ->
            refused(
                Code.CERT_REVOKED, "This certificate is revoked; use the one that replaced it.");
        case Verdict.Unavailable _ ->
            refused(
                Code.REVOCATION_UNAVAILABLE,
                "There is no fresh list of your CA's revoked certificates; try again later.");
      };
    }

    private static Optional<Refused> refused(Code code, String detail) {
      return Optional.of(new Refused(code, detail));
    }
  }

  Recognised recognise(TlsTrust tls, PeerCertificate peer) {
    Optional<TlsTrust.Peer> known = tls.peer(peer.leaf(), peer.chain());
    return new Recognised(
        known.map(TlsTrust.Peer::client),
        known
            .map(found ->
                revocation.judge(
                    new PartnerId(found.client().partner()), found.path(), clock.instant()))
            .orElseGet(Verdict.Unchecked::new));
  }
}
