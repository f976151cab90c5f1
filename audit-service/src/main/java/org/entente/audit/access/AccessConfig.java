package org.entente.audit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whose certificates mean what here, and what each party takes part in. */
@ConfigMapping(prefix = "entente")
public interface AccessConfig {

  /** SAN URIs of the services that may append. */
  Set<String> callers();

  /** PEM files of the authorities that issue services' certificates. */
  List<Path> serviceAnchors();

  /** The partners whose auditors may read, by partner id. */
  Map<String, Partner> partners();

  /** The collections, by any name; as the indicator-service has them. */
  Map<String, Collection> collections();

  /** Reviews of the log. */
  Review review();

  /** Who may sign. */
  interface Review {

    /** Whether whoever opened a review cannot sign it. */
    @WithDefault("false")
    boolean secondPerson();
  }

  /** One partner. */
  interface Partner {

    /** PEM files of the authorities that issue this partner's TLS certificates. */
    List<Path> tlsAnchors();

    /**
     * Ids of the clients that may read all records when their token has the role for it. Not the
     * partner's to say: its identity provider could give that role to anybody.
     */
    Optional<Set<String>> jointAuditors();
  }

  /** One collection. */
  interface Collection {

    /** As records name it. */
    UUID id();

    /** The partner whose objects are in it. */
    String producer();

    /** Partner ids, or URNs of partners, agencies and roles. */
    Set<String> audience();
  }
}
