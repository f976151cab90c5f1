package org.entente.audit.administration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the log tells of itself. */
@ConfigMapping(prefix = "entente.administration")
public interface AdministrationConfig {

  /** How long after one heartbeat the next is recorded. */
  @WithDefault("1m")
  Duration heartbeat();
}
