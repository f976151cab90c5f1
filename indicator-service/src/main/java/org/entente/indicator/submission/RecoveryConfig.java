package org.entente.indicator.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How unfinished submissions are picked up again.
@ConfigMapping(prefix = "entente.recovery")
public interface RecoveryConfig {
  /// How often to look, at start and then.
  @WithDefault("10s")
  Duration every();

  /// How long somebody else may have been at work on a submission before it is taken over.
  @WithDefault("30s")
  Duration after();

  /// How many are taken at once.
  @WithDefault("50")
  int batch();
}
