package org.entente.audit.timestamp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who stamps checkpoints, and how often. */
@ConfigMapping(prefix = "entente.timestamp")
public interface TimestampConfig {

  /** The authority of each party's choice, by partner id. */
  @WithParentName
  Map<String, Chosen> authorities();

  /** Each of them stamps at most one checkpoint in this time. */
  @WithDefault("1h")
  Duration every();

  /** How long one may take to answer. */
  @WithDefault("10s")
  Duration patience();

  /** A time-stamp authority. */
  interface Chosen {

    /** Where it takes queries by POST (RFC 3161 section 3.4). */
    URI url();

    /** PEM files of the authorities that issue its certificates. */
    List<Path> anchors();

    /** Object identifier of the only policy that is accepted; without it any. */
    Optional<String> policy();
  }
}
