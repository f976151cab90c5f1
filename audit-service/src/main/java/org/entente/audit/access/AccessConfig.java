package org.entente.audit.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose certificates mean what here. */
@ConfigMapping(prefix = "entente")
public interface AccessConfig {

  /** SAN URIs of the services that may append. */
  Set<String> callers();

  /** PEM files of the authorities that issue services' certificates. */
  List<Path> serviceAnchors();

  /** The partners whose auditors may read, by partner id. */
  Map<String, Partner> partners();

  /** One partner. */
  interface Partner {

    /** PEM files of the authorities that issue this partner's TLS certificates. */
    List<Path> tlsAnchors();
  }
}
