package org.entente.identity;

import java.util.List;
import org.entente.pki.Party;

/**
 * A partner's program at its identity provider: a confidential client that proves itself by a
 * certificate and acts for itself.
 *
 * @param id client id, as the certificate's SAN names it
 * @param subject the certificate's subject in RFC 4514 order
 * @param root subject of the root its chain must lead to: the trust store is shared by all realms,
 *     so another party's authority could issue the same subject
 * @param scopes scopes every token of it carries
 * @param roles realm roles of its service account
 */
public record KeycloakClient(
    String id, String subject, String root, List<String> scopes, List<String> roles) {

  public KeycloakClient {
    scopes = List.copyOf(scopes);
    roles = List.copyOf(roles);
  }

  /** Reads and submits. */
  public static KeycloakClient feed(Party party, String clientId) {
    return of(party, clientId, List.of(KeycloakRealm.READ, KeycloakRealm.WRITE), List.of());
  }

  /** Reads only. */
  public static KeycloakClient reader(Party party, String clientId) {
    return of(party, clientId, List.of(KeycloakRealm.READ), List.of());
  }

  /** Reads what its party may read of the log, and no indicator. */
  public static KeycloakClient auditor(Party party, String clientId) {
    return of(party, clientId, List.of(), List.of(KeycloakRealm.AUDITOR));
  }

  /** Reads the whole log, where the exchange lists it as one who may. */
  public static KeycloakClient jointAuditor(Party party, String clientId) {
    var roles = List.of(KeycloakRealm.AUDITOR, KeycloakRealm.JOINT_AUDITOR);
    return of(party, clientId, List.of(), roles);
  }

  private static KeycloakClient of(
      Party party, String clientId, List<String> scopes, List<String> roles) {
    var subject = party.client(clientId).credential().subject();
    var root = party.root().getSubjectX500Principal().getName();
    return new KeycloakClient(clientId, subject, root, scopes, roles);
  }
}
