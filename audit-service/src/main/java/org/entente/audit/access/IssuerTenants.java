package org.entente.audit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Picks the identity provider that must have signed a token, by the issuer the token states, of
 * those that are agreed on when it comes. A provider that cannot be reached is asked again with
 * every request. Thread-safe.
 */
@Singleton
final class IssuerTenants implements TenantConfigResolver {

  private static final Pattern JWT = Pattern.compile("(?i)bearer +[^. ]+\\.([^. ]+)\\.[^. ]*");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProviderTenants tenants;
  private final ConsoleTenants consoles;
  private final Visits visits;

  IssuerTenants(ProviderTenants tenants, ConsoleTenants consoles, Visits visits) {
    this.tenants = tenants;
    this.consoles = consoles;
    this.visits = visits;
  }

  /** The partner's tenant, or nothing for the default one, which does not exist. */
  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext context, OidcRequestContext<OidcTenantConfig> unused) {
    try {
      return tenant(context)
          .map(tenant -> Uni.createFrom().item(tenant))
          .orElseGet(() -> Uni.createFrom().nullItem());
    } catch (AuditorRejected e) {
      return Uni.createFrom().failure(e);
    }
  }

  private Optional<OidcTenantConfig> tenant(RoutingContext context) {
    if (ConsoleTenants.covers(context.normalizedPath())) {
      // Whatever cookies say: the certificate decides where its holder logs in.
      return consoles.of(visits.peer(context));
    }
    var tenant = stated(context);
    tenant.ifPresent(found -> requireOwn(visits.peer(context), found));
    return tenant;
  }

  /**
   * Another partner's provider is not even asked: a token that names one of its keys that is not
   * known has its keys fetched anew, which is done only every few minutes, and not again when they
   * have changed.
   */
  private void requireOwn(Peer peer, OidcTenantConfig tenant) {
    if (peer instanceof Peer.Client(var partner, _)
        && !tenants.checksTokensOf(partner, tenant.tenantId().orElse(""))) {
      throw AuditorRejected.ofAnother(partner);
    }
  }

  private Optional<OidcTenantConfig> stated(RoutingContext context) {
    var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    var token = JWT.matcher(header == null ? "" : header);
    return token.matches() ? tenants.ofIssuer(statedIssuer(token.group(1))) : Optional.empty();
  }

  /** Unverified: it chooses whose keys must verify it, nothing else. */
  private static String statedIssuer(String payload) {
    try {
      var claims = JSON.readTree(Base64.getUrlDecoder().decode(payload));
      return claims.path("iss").asText("");
    } catch (IllegalArgumentException | JsonProcessingException _) {
      return ""; // not a token, so nobody's
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }
}
