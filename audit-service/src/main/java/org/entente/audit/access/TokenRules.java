package org.entente.audit.access;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * How every partner's tokens are checked. A deployment names only the identity providers; the rules
 * outrank its configuration, because a forgotten or misspelt one would let a stolen token pass.
 */
public final class TokenRules implements ConfigSourceFactory {

  private static final Pattern PROVIDER =
      Pattern.compile("quarkus\\.oidc\\.([a-z][a-z0-9-]*)\\.auth-server-url");
  private static final int ABOVE_ALL = 1_000;

  private static final Map<String, String> RULES =
      Map.of(
          "application-type", "service",
          "token.audience", "urn:entente:exchange",
          "token.binding.certificate", "true",
          "token.signature-algorithm", "PS256",
          "token.allow-jwt-introspection", "false",
          "token.allow-opaque-token-introspection", "false",
          "roles.source", "accesstoken",
          "roles.role-claim-path", "realm_access/roles",
          "tls.tls-configuration-name", "idp");

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    var rules = new HashMap<String, String>();
    context
        .iterateNames()
        .forEachRemaining(name -> {
          var provider = PROVIDER.matcher(name);
          if (provider.matches()) {
            RULES.forEach((rule, value) ->
                rules.put("quarkus.oidc." + provider.group(1) + "." + rule, value));
          }
        });
    return List.of(new PropertiesConfigSource(rules, "token rules", ABOVE_ALL));
  }
}
