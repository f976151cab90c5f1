package org.entente.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.pki.Credential;

/**
 * An access token about to be signed by a {@link TestRealm}. Immutable: every {@code with…} and
 * {@code without…} gives a changed copy, so one good token is the start of many bad ones.
 *
 * @param claims payload, in order
 */
public record Token(Map<String, Object> claims) {

  private static final String SCOPE = "scope";

  public Token {
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }

  /** Any claim, replaced or added. */
  public Token with(String claim, Object value) {
    var changed = new LinkedHashMap<>(claims);
    changed.put(claim, value);
    return new Token(changed);
  }

  public Token without(String claim) {
    var changed = new LinkedHashMap<>(claims);
    changed.remove(claim);
    return new Token(changed);
  }

  /** Bound to another certificate (RFC 8705 section 3.1). */
  public Token boundTo(Credential certificate) {
    return boundTo(certificate.thumbprint());
  }

  /** Bound to the certificate with this base64url SHA-256. */
  public Token boundTo(String thumbprint) {
    return with("cnf", Map.of("x5t#S256", thumbprint));
  }

  /** Without any certificate binding: a bearer token anybody could use. */
  public Token unbound() {
    return without("cnf");
  }

  /** Exactly these scopes. */
  public Token withScopes(String... scopes) {
    return with(SCOPE, String.join(" ", scopes));
  }

  /** Exactly these realm roles, where Keycloak puts them. */
  public Token withRoles(String... roles) {
    return with("realm_access", Map.of("roles", List.of(roles)));
  }

  /** Valid for this long after it was issued; negative: over before it began. */
  public Token lasting(Duration lifetime) {
    return with(
        "exp", ((Number) claims.getOrDefault("iat", 0L)).longValue() + lifetime.toSeconds());
  }

  /** Issued at this moment, all its times moved along. */
  public Token issuedAt(Instant moment) {
    var iat = ((Number) claims.getOrDefault("iat", 0L)).longValue();
    var exp = ((Number) claims.getOrDefault("exp", 0L)).longValue();
    return with("iat", moment.getEpochSecond()).with("exp", moment.getEpochSecond() + exp - iat);
  }
}
