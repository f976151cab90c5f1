package org.entente.identity;

import java.util.List;
import org.entente.pki.Credential;

/**
 * A partner's program at its identity provider: a confidential client that proves itself by a
 * certificate and acts for itself.
 *
 * @param id client id, as the certificate's SAN names it
 * @param subject the certificate's subject in RFC 4514 order; Keycloak compares text
 * @param issuer the subject of the authority that issued it, in the same order: the trust store is
 *     shared by all realms, so a subject alone could come from another party's authority
 * @param scopes scopes every token of it carries
 * @param roles realm roles of its service account
 */
public record KeycloakClient(
    String id, String subject, String issuer, List<String> scopes, List<String> roles) {

  public KeycloakClient {
    scopes = List.copyOf(scopes);
    roles = List.copyOf(roles);
  }

  /** Reads and submits. */
  public static KeycloakClient feed(String id, Credential certificate) {
    var scopes = List.of(KeycloakRealm.READ, KeycloakRealm.WRITE);
    return of(id, certificate, scopes, List.of());
  }

  /** Reads only. */
  public static KeycloakClient reader(String id, Credential certificate) {
    var scopes = List.of(KeycloakRealm.READ);
    return of(id, certificate, scopes, List.of());
  }

  /** Reads the log and no indicator. */
  public static KeycloakClient auditor(String id, Credential certificate) {
    var roles = List.of(KeycloakRealm.AUDITOR);
    return of(id, certificate, List.of(), roles);
  }

  private static KeycloakClient of(
      String id, Credential certificate, List<String> scopes, List<String> roles) {
    var issuer = certificate.leaf().getIssuerX500Principal().getName();
    return new KeycloakClient(id, certificate.subject(), issuer, scopes, roles);
  }
}
