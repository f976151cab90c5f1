package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.pki.CredentialFiles;

/** A service's {@code config/application.properties} in the making. */
final class Configuration {

  private final Map<String, String> entries = new LinkedHashMap<>();

  Configuration set(String key, Object value) {
    entries.put(key, value.toString());
    return this;
  }

  /** The HTTPS port and the plain one for health and metrics, both on 127.0.0.1. */
  Configuration listen(Ports.Pair ports) {
    return set("quarkus.http.host", "127.0.0.1")
        .set("quarkus.http.ssl-port", ports.main())
        .set("quarkus.management.host", "127.0.0.1")
        .set("quarkus.management.port", ports.management());
  }

  /** Where the parties' agreement stands; a run on one machine follows its edits quickly. */
  Configuration agreement(Path file) {
    return set("entente.exchange", file).set("entente.exchange.look-every", "500ms");
  }

  /** A TLS bucket with a certificate to show; whom it believes the agreement says. */
  Configuration own(String bucket, CredentialFiles own) {
    return set("quarkus.tls." + bucket + ".key-store.pem.0.cert", own.certificate())
        .set("quarkus.tls." + bucket + ".key-store.pem.0.key", own.key());
  }

  /** A TLS bucket with a certificate to show and anchors to believe. */
  Configuration tls(String bucket, CredentialFiles own, Path anchors) {
    return own(bucket, own).set("quarkus.tls." + bucket + ".trust-store.pem.certs", anchors);
  }

  Configuration all(Map<String, String> more) {
    entries.putAll(more);
    return this;
  }

  void writeTo(Path file) {
    var text =
        entries.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
