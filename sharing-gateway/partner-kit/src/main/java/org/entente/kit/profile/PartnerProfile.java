package org.entente.kit.profile;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * One client's way to the exchange: a properties file, read once. Paths in it are relative to the
 * file. The keys are listed in the README. Immutable.
 */
public final class PartnerProfile {

  private static final String API_ROOT = "/taxii2/exchange/";

  private final Path file;
  private final Properties properties;

  private PartnerProfile(Path file, Properties properties) {
    this.file = file;
    this.properties = properties;
  }

  /** Reads a profile, or {@link ProfileInvalid}. */
  public static PartnerProfile read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ProfileInvalid("The profile " + file + " cannot be read.", e);
    }
    return new PartnerProfile(file.toAbsolutePath(), properties);
  }

  /** The gateway's address, without a final slash. */
  public URI gateway() {
    return address("gateway.url");
  }

  /** The canonical API root: what manifests are addressed to. */
  public String apiRoot() {
    return optional("gateway.api-root").orElseGet(() -> gateway() + API_ROOT);
  }

  /** The audit-service's address, for auditors. */
  public URI audit() {
    return address("audit.url");
  }

  /** Where access tokens come from. */
  public URI tokenEndpoint() {
    return address("token.url");
  }

  /** The OIDC client id. */
  public String clientId() {
    return required("client.id");
  }

  /** Scopes to ask for; empty for the client's defaults. */
  public Optional<String> scope() {
    return optional("client.scope");
  }

  /** Why this client asks, unless the one registered for it will do. */
  public Optional<String> purpose() {
    return optional("purpose");
  }

  /** The TLS key and certificate. */
  public KeyFile tls() {
    return key("tls", "tls.certificate");
  }

  /** The signing key and certificate: never the TLS ones. */
  public KeyFile signing() {
    return key("signing", "signing.certificate-chain");
  }

  /** Anchors of the servers' certificates. */
  public Path serverTrust() {
    return path("tls.trust");
  }

  /** Whom and what to believe offline. */
  public Path trustFolder() {
    return path("trust.folder");
  }

  /** Where this client counts its requests and keeps its record of them; empty when it does not. */
  public Optional<Path> journalFolder() {
    return optional("journal.folder").map(name -> path("journal.folder"));
  }

  private KeyFile key(String prefix, String certificate) {
    Optional<String> store = optional(prefix + ".keystore");
    return store.isPresent()
        ? KeyFile.pkcs12(path(prefix + ".keystore"), path(prefix + ".keystore-password-file"))
        : KeyFile.pem(path(prefix + ".key"), path(certificate));
  }

  private URI address(String name) {
    String value = required(name);
    try {
      URI address = new URI(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
      if ("https".equals(address.getScheme()) && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Falls through: the sentence below says all there is to say.
    }
    throw new ProfileInvalid(name + " in " + file + " must be an https address.");
  }

  private Path path(String name) {
    Path folder = file.getParent();
    Path path = Path.of(required(name));
    return folder == null ? path : folder.resolve(path);
  }

  private String required(String name) {
    return optional(name)
        .orElseThrow(() -> new ProfileInvalid("The profile " + file + " lacks " + name + "."));
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
  }
}
