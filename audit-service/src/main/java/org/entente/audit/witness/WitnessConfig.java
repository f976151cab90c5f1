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

  /** What the log may do without its witnesses, if the policy has a quorum. */
  Budget budget();

  /** After either the log refuses to grow. */
  interface Budget {

    /** How long. */
    @WithDefault("1h")
    Duration time();

    /** For how many entries. */
    @WithDefault("1000000")
    long entries();
  }

  /** How long a witness may take to answer. */
  @WithDefault("5s")
  Duration patience();
}
