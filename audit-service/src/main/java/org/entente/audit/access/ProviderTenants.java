package org.entente.audit.access;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.agreement.Party;
import org.entente.agreement.Party.IdentityProvider;
import org.entente.audit.record.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The partners' identity providers as tenants of {@code quarkus-oidc}, two each: for programs'
 * tokens and for people's logins. A tenant's name holds a digest of what was agreed on about it, so
 * that another agreement is another tenant with connections and keys of its own. Thread-safe.
 */
@Singleton
final class ProviderTenants {

  private static final String PEOPLE = "console.";
  private static final String OWN_CERTIFICATE = "login";

  private final Supplier<Providers> providers;
  private final TokenRules rules;
  private final TlsConfigurationRegistry registry;
  private final Map<String, OidcTenantConfig> known = new ConcurrentHashMap<>();

  /**
   * One that is agreed on.
   *
   * @param name of partner and digest; a partner's id has no dot
   * @param people whether the partner's people log in there
   */
  private record Provider(String name, boolean people, IdentityProvider agreed) {

    static Provider of(String partner, Party party) {
      var agreed = party.provider();
      var all =
          String.join(" ", agreed.issuer(), agreed.url(), agreed.anchors().digests().toString());
      var digest = Sha256.of(all.getBytes(StandardCharsets.UTF_8));
      return new Provider(partner + "." + digest, party.auditing().people(), agreed);
    }
  }

  /** All of one agreement, by partner and by issuer. */
  private record Providers(Map<String, Provider> byPartner, Map<String, Provider> byIssuer) {

    static Providers of(Agreement agreement) {
      var all = new Providers(new HashMap<>(), new HashMap<>());
      agreement
          .parties()
          .forEach((partner, party) -> {
            var provider = Provider.of(partner, party);
            all.byPartner.put(partner, provider);
            all.byIssuer.put(provider.agreed.issuer(), provider);
          });
      return all;
    }
  }

  ProviderTenants(InForce agreements, TokenRules rules, TlsConfigurationRegistry registry) {
    this.providers = agreements.derive(Providers::of);
    this.rules = rules;
    this.registry = registry;
  }

  /** The tenant that checks tokens which state this issuer; empty when it is nobody's. */
  Optional<OidcTenantConfig> ofIssuer(String issuer) {
    return Optional.ofNullable(providers.get().byIssuer.get(issuer)).map(this::programs);
  }

  /** Whether a tenant is the one that checks this partner's tokens. */
  boolean checksTokensOf(String partner, @Nullable Object tenant) {
    return of(partner).filter(provider -> provider.name.equals(tenant)).isPresent();
  }

  /** The tenant where this partner's people log in; empty when they may not. */
  Optional<OidcTenantConfig> ofPeople(String partner) {
    return of(partner).filter(Provider::people).map(this::people);
  }

  private Optional<Provider> of(String partner) {
    return Optional.ofNullable(providers.get().byPartner.get(partner));
  }

  private OidcTenantConfig programs(Provider provider) {
    return known.computeIfAbsent(
        provider.name,
        name -> rules.programs(name, registered(name, provider.agreed, Optional.empty())));
  }

  private OidcTenantConfig people(Provider provider) {
    return known.computeIfAbsent(
        PEOPLE + provider.name,
        name ->
            rules.people(name, registered(name, provider.agreed, registry.get(OWN_CERTIFICATE))));
  }

  private IdentityProvider registered(
      String name, IdentityProvider provider, Optional<TlsConfiguration> own) {
    registry.register(name, new ProviderTls(name, provider, own));
    return provider;
  }
}
