package org.entente.indicator.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Lists of revoked certificates.
@ConfigMapping(prefix = "entente")
public interface RevocationConfig {
  /// Those of services' certificates; without them nothing is looked up, and that is told.
  Optional<Lists> serviceRevocation();

  /// When sources are asked.
  Rounds revocation();

  /// Where lists come from, and how long they count.
  interface Lists {
    /// One for each authority that issues services' certificates.
    List<Source> sources();

    /// How long after it was last had from its source a list counts, whatever it says itself.
    @WithDefault("PT24H")
    Duration maxAge();

    /// How long one counts beyond that and beyond its own end, while no newer one can be had.
    @WithDefault("PT6H")
    Duration grace();
  }

  /// The list of one authority: from an address or from a file.
  interface Source {
    /// PEM file: the authority that signs the list.
    Path authority();

    /// Where it is fetched, http or https.
    Optional<URI> url();

    /// Where it is read, PEM or DER.
    Optional<Path> file();
  }

  /// When sources are asked.
  interface Rounds {
    /// How often; a tenth more or less, so that replicas do not ask together.
    @WithDefault("PT5M")
    Duration interval();

    /// Longest time a source may take for its whole answer.
    @WithDefault("PT5S")
    Duration timeout();

    /// Where good lists are kept for a start while their sources are away; without it nowhere.
    Optional<Path> folder();
  }
}
