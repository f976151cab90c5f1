package org.entente.audit.timestamp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often checkpoints are stamped. */
@ConfigMapping(prefix = "entente.timestamp")
public interface TimestampConfig {

  /** Each authority stamps at most one checkpoint in this time. */
  @WithDefault("1h")
  Duration every();

  /** How long one may take to answer. */
  @WithDefault("10s")
  Duration patience();
}
