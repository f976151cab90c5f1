package org.entente.indicator.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.entente.stix.rule.Profile;

/// How strictly STIX is taken.
@ConfigMapping(prefix = "entente.validation")
public interface ValidationConfig {
  /// `strict-gov` or `compat`.
  @WithDefault("strict-gov")
  Profile profile();
}
