package org.entente.kubernetes.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementFile;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.pki.Pki;

/** What the parties of an overlay agreed on, read by the code that the services read it by. */
final class Agreed {

  /** The ConfigMap that all services mount. */
  static final String MAP = "exchange";

  static final String FILE = "exchange.yaml";

  /** Of the exchange's own authority; issued where it is installed. */
  private static final String OWN = "/etc/entente/inside/ca.crt";

  private Agreed() {}

  /**
   * Read from a copy in this folder.
   *
   * @throws org.entente.agreement.AgreementRejected with all that is wrong with it
   */
  static Agreement in(Manifests manifests, Path folder) {
    var own = Pki.create(folder.resolve("pki"), Clock.systemUTC()).exchangeAnchor();
    manifests
        .get("ConfigMap", MAP)
        .at("/data")
        .propertyStream()
        .forEach(file ->
            write(
                folder.resolve(file.getKey()),
                file.getValue().asText().replace(OWN, own.toString())));
    return new AgreementFile(folder.resolve(FILE)).read();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
