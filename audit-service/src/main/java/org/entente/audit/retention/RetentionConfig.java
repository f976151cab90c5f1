package org.entente.audit.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** How long is known who did what. */
@ConfigMapping(prefix = "entente.retention")
public interface RetentionConfig {

  /** How long personal fields are kept after they were sequenced, by the UTC calendar. */
  @WithDefault("P5Y")
  Period personal();

  /** How long after one look for what is due the next one comes. */
  @WithDefault("PT6H")
  Duration every();
}
