package org.entente.gateway.partner;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where lists of one partner's revoked certificates come from, and how long they count. */
public interface RevocationConfig {

  /** One for each authority that is an anchor of the partner's, or below one. */
  List<SourceConfig> sources();

  /** How long after it was last had from its source a list counts, whatever it says itself. */
  @WithDefault("PT24H")
  Duration maxAge();

  /** How long one counts beyond that and beyond its own end, while no newer one can be had. */
  @WithDefault("PT6H")
  Duration grace();

  /** The list of one authority: from an address or from a file. */
  interface SourceConfig {

    /** PEM file: the authority that signs the list. */
    Path authority();

    /** Where it is fetched, http or https. */
    Optional<URI> url();

    /** Where it is read, PEM or DER. */
    Optional<Path> file();
  }
}
