package org.entente.audit.timestamp;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.audit.timestamp.TimestampConfig.Chosen;
import org.entente.timestamp.TimeStampTrust;

/** The configured time-stamp authorities. Thread-safe. */
@Singleton
class Authorities {

  private final List<Authority> all;

  /** Reads the anchors; an unreadable file stops the start. */
  Authorities(TimestampConfig config) {
    all =
        config.authorities().entrySet().stream()
            .map(chosen -> authority(chosen.getKey(), chosen.getValue()))
            .toList();
  }

  private static Authority authority(String party, Chosen chosen) {
    var anchors = new HashSet<X509Certificate>();
    chosen.anchors().forEach(file -> anchors.addAll(read(file)));
    var trust = new TimeStampTrust(anchors, chosen.policy());
    return new Authority(party, chosen.url(), trust);
  }

  private static Set<X509Certificate> read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return TimeStampTrust.ofPem(in).anchors();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the time-stamp anchors in " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file + " holds no certificates", e);
    }
  }

  List<Authority> all() {
    return all;
  }
}
