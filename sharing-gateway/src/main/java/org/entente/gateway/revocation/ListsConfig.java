package org.entente.gateway.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How this installation looks after lists of revoked certificates. */
@ConfigMapping(prefix = "entente.revocation")
public interface ListsConfig {

  /** How often sources are asked; a tenth more or less, so that replicas do not ask together. */
  @WithDefault("PT5M")
  Duration interval();

  /** Longest time a source may take for its whole answer. */
  @WithDefault("PT5S")
  Duration timeout();

  /** Where good lists are kept for a start while their sources are away; without it nowhere. */
  Optional<Path> folder();
}
