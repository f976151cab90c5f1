package org.entente.identity;

import java.util.List;
import org.entente.pki.Credential;

/**
 * A partner's program at its identity provider: a confidential client that proves itself by a
 * certificate and acts for itself.
 *
 * @param id client id, as the certificate's SAN names it
 * @param subject the certificate's subject in RFC 4514 order; Keycloak compares text
 * @param scopes scopes every token of it carries
 * @param roles realm roles of its service account
 */
public record KeycloakClient(String id, String subject, List<String> scopes, List<String> roles) {

  public KeycloakClient {
    scopes = List.copyOf(scopes);
    roles = List.copyOf(roles);
  }

  /** Reads and submits. */
  public static KeycloakClient feed(String id, Credential certificate) {
    var scopes = List.of(KeycloakRealm.READ, KeycloakRealm.WRITE);
    return new KeycloakClient(id, certificate.subject(), scopes, List.of());
  }

  /** Reads only. */
  public static KeycloakClient reader(String id, Credential certificate) {
    var scopes = List.of(KeycloakRealm.READ);
    return new KeycloakClient(id, certificate.subject(), scopes, List.of());
  }

  /** Reads the log and no indicator. */
  public static KeycloakClient auditor(String id, Credential certificate) {
    var roles = List.of(KeycloakRealm.AUDITOR);
    return new KeycloakClient(id, certificate.subject(), List.of(), roles);
  }
}
