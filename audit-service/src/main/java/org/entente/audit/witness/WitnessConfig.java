package org.entente.audit.witness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who witnesses the log. */
@ConfigMapping(prefix = "entente.witness")
public interface WitnessConfig {

  /** The tlog-policy file that verifiers have; without one nobody witnesses. */
  Optional<Path> policy();

  /** How long after one cosignature the next is asked for. */
  @WithDefault("1s")
  Duration every();

  /** How long a witness may take to answer. */
  @WithDefault("5s")
  Duration patience();
}
