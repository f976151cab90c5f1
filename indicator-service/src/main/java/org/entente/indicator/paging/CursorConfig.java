package org.entente.indicator.paging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How `next` is sealed.
@ConfigMapping(prefix = "entente.cursor")
public interface CursorConfig {
  /// The key, base64 of at least 32 bytes; replicas need the same one.
  Optional<String> key();

  /// A file that holds the key instead, in the same form. More lines are keys that open what was
  /// sealed with them and seal nothing.
  Optional<Path> keyFile();

  /// How long a client may take for its next page.
  @WithDefault("PT24H")
  Duration lifetime();
}
