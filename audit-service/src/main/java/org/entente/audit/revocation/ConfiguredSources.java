package org.entente.audit.revocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.entente.revocation.source.Source;

/** Reads where lists come from; what cannot be meant stops the start. */
final class ConfiguredSources {

  static List<Source> of(RevocationConfig.Lists config) {
    return config.sources().stream().map(ConfiguredSources::source).toList();
  }

  private static Source source(RevocationConfig.Source config) {
    Optional<Source.Place> address = config.url().map(Source.Place.At::new);
    Optional<Source.Place> file = config.file().map(Source.Place.In::new);
    if (address.isPresent() == file.isPresent()) {
      throw new IllegalStateException("a list has a url or a file, and not both");
    }
    return new Source(authority(config.authority()), address.or(() -> file).orElseThrow());
  }

  private static X509Certificate authority(Path file) {
    try (var in = Files.newInputStream(file)) {
      var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.size() != 1) {
        throw new IllegalStateException(file + " must hold one authority");
      }
      return (X509Certificate) certificates.iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the authority in " + file, e);
    } catch (CertificateException e) {
      throw new IllegalStateException(file + " holds no certificate", e);
    }
  }

  private ConfiguredSources() {}
}
