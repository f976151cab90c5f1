package org.entente.indicator.warning;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Warning lists beside those the service brings along.
@ConfigMapping(prefix = "entente.warning-lists")
public interface WarningListConfig {
  /// Folder whose `*.json` files are loaded, too; a list with the name of one that is brought along
  /// replaces it.
  Optional<Path> folder();
}
