package org.entente.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A party's realm as Keycloak 26 imports it: certificate-authenticated service accounts,
 * certificate-bound tokens signed with PS256, five minutes long, for the audience of the exchange.
 * It contains no built-in client scope, and no user or password but those of the console.
 *
 * @param name realm and party id
 * @param clients programs of that party
 * @param console where its people look at the log
 */
public record KeycloakRealm(
    String name, List<KeycloakClient> clients, Optional<KeycloakConsole> console) {

  public static final String READ = "taxii.read";
  public static final String WRITE = "taxii.write";
  public static final String AUDITOR = "auditor";
  public static final String JOINT_AUDITOR = "joint-auditor";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  static final String OIDC = "openid-connect";
  static final String YES = "true";
  private static final String ACCESS_TOKEN = "access.token.claim";
  private static final int LIFETIME_SECONDS = 300;

  public KeycloakRealm {
    clients = List.copyOf(clients);
  }

  /** A realm of programs only. */
  public KeycloakRealm(String name, List<KeycloakClient> clients) {
    this(name, clients, Optional.empty());
  }

  /** The import file's content; the same bytes for equal realms. */
  public String json() {
    var realm = new LinkedHashMap<String, Object>();
    realm.put("realm", name);
    realm.put("enabled", true);
    realm.put("sslRequired", "all");
    realm.put("accessTokenLifespan", LIFETIME_SECONDS);
    realm.putAll(againstGuessing());
    realm.put("defaultSignatureAlgorithm", "PS256");
    realm.put(
        "roles", Map.of("realm", List.of(Map.of("name", AUDITOR), Map.of("name", JOINT_AUDITOR))));
    realm.put("components", Map.of("org.keycloak.keys.KeyProvider", List.of(signingKey())));
    realm.put("clientScopes", List.of(scope(READ), scope(WRITE)));
    realm.put("clients", all(KeycloakRealm::client, c -> Stream.of(c.client())));
    realm.put(
        "users",
        all(KeycloakRealm::serviceAccount, c -> c.users().stream().map(KeycloakUser::json)));
    realm.put("scopeMappings", all(KeycloakRealm::rolesInToken, c -> Stream.of(c.rolesInToken())));
    try {
      return JSON.writeValueAsString(realm);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings and numbers are JSON", e);
    }
  }

  private List<Map<String, Object>> all(
      Function<KeycloakClient, Map<String, Object>> ofClient,
      Function<KeycloakConsole, Stream<Map<String, Object>>> ofConsole) {
    return Stream.concat(clients.stream().map(ofClient), console.stream().flatMap(ofConsole))
        .toList();
  }

  /**
   * Ten wrong passwords in twelve hours lock a person out for a minute, each further one for a
   * minute more, up to a quarter of an hour; nobody for ever, or whoever knows a name could do it.
   */
  private static Map<String, Object> againstGuessing() {
    return Map.of(
        "bruteForceProtected", true,
        "permanentLockout", false,
        "failureFactor", 10,
        "waitIncrementSeconds", 60,
        "maxFailureWaitSeconds", 900,
        "maxDeltaTimeSeconds", 43_200,
        "quickLoginCheckMilliSeconds", 1000,
        "minimumQuickLoginWaitSeconds", 60);
  }

  private static Map<String, Object> signingKey() {
    var config =
        Map.of(
            "priority", List.of("100"), "algorithm", List.of("PS256"), "keySize", List.of("3072"));
    return Map.of("name", "ps256", "providerId", "rsa-generated", "config", config);
  }

  private static Map<String, Object> scope(String scope) {
    var attributes = Map.of("include.in.token.scope", YES, "display.on.consent.screen", "false");
    return Map.of("name", scope, "protocol", OIDC, "attributes", attributes);
  }

  private static Map<String, Object> client(KeycloakClient client) {
    var json = new LinkedHashMap<String, Object>();
    json.put("clientId", client.id());
    json.put("enabled", true);
    json.put("protocol", OIDC);
    json.put("publicClient", false);
    json.put("clientAuthenticatorType", "client-x509");
    json.put("serviceAccountsEnabled", true);
    json.put("standardFlowEnabled", false);
    json.put("implicitFlowEnabled", false);
    json.put("directAccessGrantsEnabled", false);
    json.put("fullScopeAllowed", false);
    json.put("defaultClientScopes", client.scopes());
    json.put("optionalClientScopes", List.of());
    json.put("attributes", attributes(client));
    json.put("protocolMappers", List.of(audience(), subject(), roles(ACCESS_TOKEN)));
    return json;
  }

  private static Map<String, Object> attributes(KeycloakClient client) {
    return Map.of(
        "x509.subjectdn",
        client.subject(),
        "x509.casubjectdn",
        client.root(),
        "x509.allow.regex.pattern.comparison",
        "false",
        // With dashes instead of dots the attribute is ignored and tokens are unbound.
        "tls.client.certificate.bound.access.tokens",
        YES,
        "access.token.signed.response.alg",
        "PS256");
  }

  private static Map<String, Object> audience() {
    return mapper(
        "audience",
        "oidc-audience-mapper",
        Map.of("included.custom.audience", TestRealm.AUDIENCE, ACCESS_TOKEN, YES));
  }

  private static Map<String, Object> subject() {
    return mapper("sub", "oidc-sub-mapper", Map.of(ACCESS_TOKEN, YES));
  }

  /**
   * Puts the realm roles into tokens of one kind.
   *
   * @param token as Keycloak names the kind in its mappers
   */
  static Map<String, Object> roles(String token) {
    return mapper(
        "roles",
        "oidc-usermodel-realm-role-mapper",
        Map.of(
            "claim.name",
            "realm_access.roles",
            "jsonType.label",
            "String",
            "multivalued",
            YES,
            token,
            YES));
  }

  static Map<String, Object> mapper(String name, String type, Map<String, String> config) {
    return Map.of("name", name, "protocol", OIDC, "protocolMapper", type, "config", config);
  }

  private static Map<String, Object> serviceAccount(KeycloakClient client) {
    return Map.of(
        "username",
        "service-account-" + client.id(),
        "enabled",
        true,
        "serviceAccountClientId",
        client.id(),
        "realmRoles",
        client.roles());
  }

  /** Without full scope a role reaches the token only when the client is mapped to it. */
  private static Map<String, Object> rolesInToken(KeycloakClient client) {
    return Map.of("client", client.id(), "roles", client.roles());
  }
}
