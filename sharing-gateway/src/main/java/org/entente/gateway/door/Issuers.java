package org.entente.gateway.door;

import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.SignatureAlgorithm;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The partners' identity providers, as configured for {@code quarkus-oidc}: tenant = partner. A
 * tenant whose tokens would be checked less strictly than ours must be stops the start: a forgotten
 * or misspelt property would otherwise let stolen tokens in without a word.
 */
@Startup
@ApplicationScoped
class Issuers {

  /** The one audience of access tokens. */
  static final String AUDIENCE = "urn:entente:exchange";

  private final Map<String, String> tenantByIssuer;
  private final TokenFault tokenFault;

  Issuers(OidcConfig config) {
    Map<String, OidcTenantConfig> tenants = config.namedTenants();
    tenants.forEach(Issuers::requireStrict);
    this.tenantByIssuer =
        tenants.entrySet().stream()
            .filter(tenant -> tenant.getValue().tenantEnabled())
            .collect(Collectors.toUnmodifiableMap(t -> of(t.getValue()), Map.Entry::getKey));
    this.tokenFault = new TokenFault(tenantByIssuer.keySet(), AUDIENCE);
  }

  /** The partner whose provider this issuer is. */
  Optional<String> tenantOf(String issuer) {
    return Optional.ofNullable(tenantByIssuer.get(issuer));
  }

  /** Explains refusals of these issuers' tokens. */
  TokenFault tokenFault() {
    return tokenFault;
  }

  private static void requireStrict(String tenant, OidcTenantConfig config) {
    if (!config.tenantEnabled()) {
      return;
    }
    OidcTenantConfig.Token token = config.token();
    require(tenant, "binding.certificate=true", token.binding().certificate());
    require(
        tenant, "audience=" + AUDIENCE, token.audience().equals(Optional.of(List.of(AUDIENCE))));
    require(
        tenant,
        "signature-algorithm=PS256",
        token.signatureAlgorithm().filter(SignatureAlgorithm.PS256::equals).isPresent());
    require(tenant, "allow-jwt-introspection=false", !token.allowJwtIntrospection());
    require(
        tenant, "allow-opaque-token-introspection=false", !token.allowOpaqueTokenIntrospection());
  }

  private static void require(String tenant, String setting, boolean held) {
    if (!held) {
      throw new IllegalStateException(
          "quarkus.oidc." + tenant + ".token." + setting + " is needed");
    }
  }

  private static String of(OidcTenantConfig tenant) {
    return tenant.token().issuer().or(tenant::authServerUrl).orElse("");
  }
}
