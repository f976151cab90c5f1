package org.entente.indicator.agreement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;

/// Where it stands what the parties agreed on.
@ConfigMapping(prefix = "entente.exchange")
public interface AgreementConfig {
  /// `exchange.yaml`.
  @WithParentName
  Path file();

  /// How often it is looked at; a change is taken after two looks that saw the same.
  @WithDefault("5s")
  Duration lookEvery();
}
