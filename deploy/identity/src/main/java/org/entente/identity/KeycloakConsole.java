package org.entente.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.pki.Credential;
import org.entente.pki.Pki;

/**
 * The auditors' console at a party's identity provider: people log in by authorization code with
 * PKCE (RFC 7636), and the console redeems the code with its own certificate.
 *
 * @param subject the console's certificate's subject in RFC 4514 order
 * @param root subject of the authority it comes from
 * @param address where it is, as prefix of its own addresses
 * @param users who can log in
 */
public record KeycloakConsole(
    String subject, String root, String address, List<KeycloakUser> users) {

  /** Its client id in every realm. */
  public static final String CLIENT = "entente-console";

  private static final String ID_TOKEN = "id.token.claim";

  public KeycloakConsole {
    users = List.copyOf(users);
  }

  /** The console of this audit-service. */
  public static KeycloakConsole of(Pki pki, String address, List<KeycloakUser> users) {
    Credential service = pki.service(Pki.AUDIT_SERVICE).credential();
    var root = pki.exchangeAuthority().getSubjectX500Principal().getName();
    return new KeycloakConsole(service.subject(), root, address, users);
  }

  Map<String, Object> client() {
    var json = new LinkedHashMap<String, Object>();
    json.put("clientId", CLIENT);
    json.put("enabled", true);
    json.put("protocol", KeycloakRealm.OIDC);
    json.put("publicClient", false);
    json.put("clientAuthenticatorType", "client-x509");
    json.put("serviceAccountsEnabled", false);
    json.put("standardFlowEnabled", true);
    json.put("implicitFlowEnabled", false);
    json.put("directAccessGrantsEnabled", false);
    json.put("fullScopeAllowed", false);
    json.put("redirectUris", List.of(address + "*"));
    json.put("defaultClientScopes", List.of());
    json.put("optionalClientScopes", List.of());
    json.put("attributes", attributes());
    json.put("protocolMappers", List.of(name(), KeycloakRealm.roles(ID_TOKEN)));
    return json;
  }

  private Map<String, Object> attributes() {
    return Map.of(
        "x509.subjectdn",
        subject,
        "x509.casubjectdn",
        root,
        "x509.allow.regex.pattern.comparison",
        "false",
        "tls.client.certificate.bound.access.tokens",
        KeycloakRealm.YES,
        "pkce.code.challenge.method",
        "S256",
        "post.logout.redirect.uris",
        "+",
        "id.token.signed.response.alg",
        "PS256",
        "access.token.signed.response.alg",
        "PS256");
  }

  private static Map<String, Object> name() {
    return KeycloakRealm.mapper(
        "username",
        "oidc-usermodel-attribute-mapper",
        Map.of(
            "user.attribute",
            "username",
            "claim.name",
            "preferred_username",
            "jsonType.label",
            "String",
            ID_TOKEN,
            KeycloakRealm.YES));
  }

  /** Without full scope a role reaches the token only when the client is mapped to it. */
  Map<String, Object> rolesInToken() {
    return Map.of(
        "client", CLIENT, "roles", List.of(KeycloakRealm.AUDITOR, KeycloakRealm.JOINT_AUDITOR));
  }
}
