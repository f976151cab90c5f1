package org.entente.audit.access;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import io.quarkus.oidc.runtime.OidcTenantConfig.SignatureAlgorithm;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.entente.agreement.Party.IdentityProvider;

/**
 * How every partner's tokens are checked. The rules are here and in no configuration, because a
 * forgotten or misspelt one would let a stolen token pass.
 */
@Singleton
final class TokenRules {

  /** Where identity providers send people back to; nothing else is there. */
  static final String LOGIN_PATH = "/console/login";

  private static final String AUDIENCE = "urn:entente:exchange";
  private static final String ROLES = "realm_access/roles";
  private static final int SHORTEST_SECRET = 32;

  private final Optional<String> secret;

  @Inject
  TokenRules(AccessConfig config) {
    this(config.console().secretFile().map(TokenRules::secret));
  }

  /**
   * @param secret encrypts sessions and logins in progress; without it the framework makes one up,
   *     which ends all sessions at a restart
   */
  TokenRules(Optional<String> secret) {
    this.secret = secret;
  }

  private static String secret(Path file) {
    try {
      var secret = Files.readString(file).strip();
      if (secret.length() < SHORTEST_SECRET) {
        throw new IllegalStateException(
            "entente.console.secret-file: at least 32 characters are needed");
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** For programs: bearer tokens that are bound to the connection's certificate (RFC 8705). */
  OidcTenantConfig programs(String name, IdentityProvider provider) {
    return tenant(name, provider)
        .applicationType(ApplicationType.SERVICE)
        .token()
        .issuer(provider.issuer())
        .audience(AUDIENCE)
        .signatureAlgorithm(SignatureAlgorithm.PS256)
        .allowJwtIntrospection(false)
        .allowOpaqueTokenIntrospection(false)
        .binding()
        .certificate()
        .end()
        .end()
        .roles(Source.accesstoken, ROLES)
        .build();
  }

  /**
   * For people: code flow with PKCE and a nonce; this service proves itself by its certificate. The
   * session lives in encrypted cookies that scripts cannot read and other sites cannot send, and is
   * asked about at the identity provider whenever its ID token has expired.
   */
  OidcTenantConfig people(String name, IdentityProvider provider) {
    var tenant =
        tenant(name, provider)
            .applicationType(ApplicationType.WEB_APP)
            .clientId("entente-console")
            .token()
            .issuer(provider.issuer())
            .signatureAlgorithm(SignatureAlgorithm.PS256)
            .refreshExpired(true)
            .end()
            .roles(Source.idtoken, ROLES);
    return session(login(tenant)).build();
  }

  private static OidcTenantConfigBuilder tenant(String name, IdentityProvider provider) {
    return OidcTenantConfig.authServerUrl(provider.url()).tenantId(name).tlsConfigurationName(name);
  }

  private OidcTenantConfigBuilder login(OidcTenantConfigBuilder tenant) {
    var login =
        tenant
            .authentication()
            .pkceRequired(true)
            .nonceRequired(true)
            .redirectPath(LOGIN_PATH)
            .restorePathAfterRedirect(true)
            .cookiePath("/console")
            .cookieForceSecure(true)
            .cookieSameSite(CookieSameSite.LAX)
            .stateCookieSameSite(CookieSameSite.LAX)
            .forceRedirectHttpsScheme(true)
            .sessionAgeExtension(Duration.ofMinutes(25));
    secret.ifPresent(login::stateSecret);
    return login.end();
  }

  private OidcTenantConfigBuilder session(OidcTenantConfigBuilder tenant) {
    var session =
        tenant.tokenStateManager().strategy(Strategy.ID_REFRESH_TOKENS).encryptionRequired(true);
    secret.ifPresent(session::encryptionSecret);
    return session.end();
  }
}
