package org.entente.audit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Picks the identity provider that must have signed a token, by the issuer the token states. The
 * framework's own way asks the providers, and asks one that was away at start only once more; this
 * one knows the issuers from the configuration, so that every request tries again. Thread-safe.
 */
@Singleton
final class IssuerTenants implements TenantResolver {

  private static final Pattern JWT = Pattern.compile("(?i)bearer +[^. ]+\\.([^. ]+)\\.[^. ]*");
  private static final String NOBODY = "-";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Issuers issuers;
  private final ConsoleTenants consoles;
  private final Visits visits;

  IssuerTenants(Issuers issuers, ConsoleTenants consoles, Visits visits) {
    this.issuers = issuers;
    this.consoles = consoles;
    this.visits = visits;
  }

  /** The partner, or null for the default tenant, which does not exist and accepts nothing. */
  @Override
  public @Nullable String resolve(RoutingContext context) {
    if (ConsoleTenants.covers(context.normalizedPath())) {
      // Whatever cookies say: the certificate decides where its holder logs in.
      return consoles.of(visits.peer(context)).orElse(NOBODY);
    }
    var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    var token = JWT.matcher(header == null ? "" : header);
    return token.matches() ? issuers.partnerOf(statedIssuer(token.group(1))).orElse(null) : null;
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
