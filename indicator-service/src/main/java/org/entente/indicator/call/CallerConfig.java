package org.entente.indicator.call;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Set;

/// Who may call this service.
@ConfigMapping(prefix = "entente")
public interface CallerConfig {
  /// SAN URIs of the certificates that may call.
  Set<String> callers();

  /// PEM file with the authorities that issue service certificates.
  Path serviceAnchors();
}
