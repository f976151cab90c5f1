package org.entente.audit.access;

import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.audit.record.Sha256;

/**
 * Everything configured that decides who may append, read and sign, one line each, in a fixed
 * order: what two replicas agree on, and auditors see change. Authorities count by their content.
 */
@Singleton
public final class AccessStatement {

  private final List<String> lines = new ArrayList<>();

  AccessStatement(AccessConfig config, OidcConfig providers) {
    new TreeSet<>(config.callers()).forEach(caller -> lines.add("caller " + caller));
    config.serviceAnchors().forEach(file -> lines.add("services " + content(file)));
    sorted(config.partners()).forEach(this::add);
    sorted(config.collections()).forEach(this::add);
    sorted(providers.namedTenants()).forEach(this::add);
    if (config.review().secondPerson()) {
      lines.add("reviews are signed by a second person");
    }
  }

  private void add(String id, AccessConfig.Partner partner) {
    partner.tlsAnchors().forEach(file -> lines.add("partner " + id + " " + content(file)));
    new TreeSet<>(partner.jointAuditors().orElse(Set.of()))
        .forEach(client -> lines.add("joint-auditor " + id + " " + client));
  }

  /** Of clients and, by another name, of persons. */
  private void add(String name, OidcTenantConfig provider) {
    if (provider.tenantEnabled()) {
      var issuer = provider.token().issuer().or(provider::authServerUrl).orElse("-");
      lines.add("identity provider " + name + " " + issuer);
    }
  }

  private void add(String name, AccessConfig.Collection collection) {
    lines.add(
        "collection %s %s %s %s"
            .formatted(
                name,
                collection.id(),
                collection.producer(),
                String.join(",", new TreeSet<>(collection.audience()))));
  }

  private static <V> Map<String, V> sorted(Map<String, ? extends V> map) {
    return new TreeMap<>(map);
  }

  private static String content(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the authorities in " + file, e);
    }
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }
}
