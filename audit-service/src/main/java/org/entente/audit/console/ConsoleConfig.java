package org.entente.audit.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How people look at the log. */
@ConfigMapping(prefix = "entente.console")
public interface ConsoleConfig {

  /**
   * File with at least 32 characters that encrypt sessions; the same for all replicas. Without it
   * one is made up at each start. Read by the rules for tokens, before anything else.
   */
  Optional<Path> secretFile();

  /** When people of a party are at work, by party id; others have no hours to be outside of. */
  Map<String, Hours> hours();

  /** Working hours, Monday to Friday. */
  interface Hours {

    /** Where: {@code Asia/Seoul}. */
    ZoneId zone();

    /** Not before. */
    @WithDefault("08:00")
    LocalTime from();

    /** Before. */
    @WithDefault("19:00")
    LocalTime to();
  }
}
