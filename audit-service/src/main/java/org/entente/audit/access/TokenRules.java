package org.entente.audit.access;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Where identity providers send people back to; nothing else is there. */
  static final String LOGIN_PATH = "/console/login";

  private static final Pattern PROVIDER =
      Pattern.compile("quarkus\\.oidc\\.([a-z][a-z0-9-]*)\\.auth-server-url");
  private static final String SECRET_FILE = "entente.console.secret-file";
  private static final int SHORTEST_SECRET = 32;
  private static final int ABOVE_ALL = 1_000;

  private static final Map<String, String> PROGRAMS =
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

  /**
   * How people log in: code flow with PKCE and a nonce; this service proves itself by its
   * certificate. The session lives in encrypted cookies that scripts cannot read and other sites
   * cannot send, and is asked about at the identity provider whenever its ID token has expired.
   */
  private static final Map<String, String> PEOPLE =
      Map.ofEntries(
          Map.entry("application-type", "web-app"),
          Map.entry("client-id", "entente-console"),
          Map.entry("token.signature-algorithm", "PS256"),
          Map.entry("token.refresh-expired", "true"),
          Map.entry("token-state-manager.strategy", "id-refresh-tokens"),
          Map.entry("token-state-manager.encryption-required", "true"),
          Map.entry("roles.source", "idtoken"),
          Map.entry("roles.role-claim-path", "realm_access/roles"),
          Map.entry("authentication.pkce-required", "true"),
          Map.entry("authentication.nonce-required", "true"),
          Map.entry("authentication.redirect-path", LOGIN_PATH),
          Map.entry("authentication.restore-path-after-redirect", "true"),
          Map.entry("authentication.cookie-path", "/console"),
          Map.entry("authentication.cookie-force-secure", "true"),
          Map.entry("authentication.cookie-same-site", "lax"),
          Map.entry("authentication.state-cookie-same-site", "lax"),
          Map.entry("authentication.force-redirect-https-scheme", "true"),
          Map.entry("authentication.session-age-extension", "25M"),
          Map.entry("tls.tls-configuration-name", "login"));

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    var rules = new HashMap<String, String>();
    var people = new HashMap<>(PEOPLE);
    people.putAll(secret(context));
    context
        .iterateNames()
        .forEachRemaining(name -> {
          var provider = PROVIDER.matcher(name);
          if (provider.matches()) {
            var tenant = provider.group(1);
            (tenant.endsWith(ConsoleTenants.SUFFIX) ? people : PROGRAMS)
                .forEach((rule, value) -> rules.put("quarkus.oidc." + tenant + "." + rule, value));
          }
        });
    return List.of(new PropertiesConfigSource(rules, "token rules", ABOVE_ALL));
  }

  /** What encrypts sessions and logins in progress; the same for all replicas. */
  private static Map<String, String> secret(ConfigSourceContext context) {
    var file = context.getValue(SECRET_FILE);
    if (file == null || file.getValue() == null) {
      return Map.of(); // the framework makes one up, which ends all sessions at a restart
    }
    try {
      var secret = Files.readString(Path.of(file.getValue())).strip();
      if (secret.length() < SHORTEST_SECRET) {
        throw new IllegalStateException(SECRET_FILE + ": at least 32 characters are needed");
      }
      return Map.of(
          "token-state-manager.encryption-secret", secret, "authentication.state-secret", secret);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.getValue(), e);
    }
  }
}
