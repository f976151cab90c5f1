package org.entente.audit.fsck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the whole log is checked. */
@ConfigMapping(prefix = "entente.fsck")
public interface FsckConfig {

  /** From the begin of one pass to that of the next; a longer pass is followed by it at once. */
  @WithDefault("P1D")
  Duration every();
}
