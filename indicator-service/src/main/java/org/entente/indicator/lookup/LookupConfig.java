package org.entente.indicator.lookup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much one look-up may ask and be answered.
@ConfigMapping(prefix = "entente.lookup")
public interface LookupConfig {
  /// Values in one look-up.
  @WithDefault("10000")
  int values();

  /// Bytes of what is asked.
  @WithDefault("4194304")
  int body();

  /// Bytes of the objects behind an answer, and of the answer; values beyond are told to ask again.
  @WithDefault("16777216")
  int answer();

  /// Look-ups under way at once, half of them of one party; more are turned away with 503.
  @WithDefault("16")
  int atOnce();
}
