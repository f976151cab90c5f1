package org.entente.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.entente.pki.Credential;

/** One party's issuer at a {@link TestIssuer}: it signs what it is told to. Thread-safe. */
public final class TestRealm {

  /** The audience every service of the exchange expects. */
  public static final String AUDIENCE = "urn:entente:exchange";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LIFETIME_SECONDS = 300;

  private final String issuer;
  private final Clock clock;
  private final SigningKey key;
  private final SigningKey unpublishedKey;

  TestRealm(String issuer, String name, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
    key = new SigningKey(name + "-1");
    unpublishedKey = new SigningKey(name + "-1");
  }

  /** The issuer URL: {@code identity-provider.issuer} in {@code exchange.yaml}. */
  public String issuer() {
    return issuer;
  }

  /**
   * A good token for this client, bound to its certificate, with the scopes to read and write and
   * no role.
   */
  public Token token(String clientId, Credential certificate) {
    return token(clientId, certificate.thumbprint());
  }

  /** The same, bound to the certificate with this base64url SHA-256. */
  Token token(String clientId, String thumbprint) {
    var now = clock.instant().getEpochSecond();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("exp", now + LIFETIME_SECONDS);
    claims.put("iat", now);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iss", issuer);
    claims.put("aud", AUDIENCE);
    claims.put("sub", UUID.nameUUIDFromBytes(clientId.getBytes(StandardCharsets.UTF_8)).toString());
    claims.put("typ", "Bearer");
    claims.put("azp", clientId);
    claims.put("client_id", clientId);
    return new Token(claims).withScopes("taxii.read", "taxii.write").boundTo(thumbprint);
  }

  /** A good token for an auditor: the role, no scope. */
  public Token auditorToken(String clientId, Credential certificate) {
    return auditorToken(clientId, certificate.thumbprint());
  }

  Token auditorToken(String clientId, String thumbprint) {
    return token(clientId, thumbprint).withScopes().withRoles("auditor");
  }

  /** Signed as the issuer signs: PS256 with the published key. */
  public String sign(Token token) {
    return jwt(token, "PS256", key::ps256);
  }

  /** Signed with a key the issuer never published, under the key id of the published one. */
  public String signWithWrongKey(Token token) {
    return jwt(token, "PS256", unpublishedKey::ps256);
  }

  /** Signed with the published key, but by an algorithm the services do not accept. */
  public String signWithRs256(Token token) {
    return jwt(token, "RS256", key::rs256);
  }

  /** {@code alg:HS256} keyed with the issuer's public key. */
  public String signWithPublicKeyAsSecret(Token token) {
    return jwt(token, "HS256", key::hs256WithPublicKey);
  }

  /** {@code alg:none} and an empty signature. */
  public String unsigned(Token token) {
    return jwt(token, "none", _ -> new byte[0]);
  }

  /** The JWK set (RFC 7517) as the issuer serves it. */
  String jwks() {
    return json(Map.of("keys", List.of(key.jwk())));
  }

  /** The discovery document (OpenID Connect Discovery 1.0 section 3). */
  String discovery() {
    var endpoints = issuer + "/protocol/openid-connect/";
    var document = new LinkedHashMap<String, Object>();
    document.put("issuer", issuer);
    document.put("authorization_endpoint", endpoints + "auth");
    document.put("token_endpoint", endpoints + "token");
    document.put("jwks_uri", endpoints + "certs");
    document.put("response_types_supported", List.of("code"));
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of("PS256"));
    document.put("token_endpoint_auth_methods_supported", List.of("tls_client_auth"));
    document.put("tls_client_certificate_bound_access_tokens", true);
    return json(document);
  }

  private String jwt(Token token, String algorithm, Function<String, byte[]> signer) {
    var header = new LinkedHashMap<String, Object>();
    header.put("alg", algorithm);
    header.put("typ", "JWT");
    header.put("kid", key.id());
    var input = base64(json(header)) + "." + base64(json(token.claims()));
    return input + "." + base64(signer.apply(input));
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String json(Map<String, ?> value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings and numbers are JSON", e);
    }
  }
}
