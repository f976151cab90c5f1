package org.entente.indicator.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When unfinished submissions are taken up again.
@ConfigMapping(prefix = "entente.recovery")
public interface RecoveryConfig {
  /// How often to look.
  @WithDefault("15s")
  String every();

  /// How long nobody must have worked on a submission before it is taken up.
  @WithDefault("30s")
  Duration age();
}
