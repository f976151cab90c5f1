package org.entente.audit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose certificates mean what here, beside the parties'. */
@ConfigMapping(prefix = "entente")
public interface AccessConfig {

  /** SAN URIs of the services that may append. */
  Set<String> callers();

  /** PEM files of the authorities that issue services' certificates. */
  List<Path> serviceAnchors();

  /** How people look at the log. */
  Console console();

  /** Reviews of the log. */
  Review review();

  /** Who may sign. */
  interface Review {

    /** Whether whoever opened a review cannot sign it. */
    @WithDefault("false")
    boolean secondPerson();
  }

  /** Sessions of people. */
  interface Console {

    /**
     * File with at least 32 characters that encrypt sessions; the same for all replicas. Without it
     * one is made up at each start.
     */
    Optional<Path> secretFile();
  }
}
