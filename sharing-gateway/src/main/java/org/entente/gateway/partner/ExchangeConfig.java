package org.entente.gateway.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may come in and what the exchange calls itself; the defaults are here and nowhere else. */
@ConfigMapping(prefix = "entente")
public interface ExchangeConfig {

  /** The canonical URL of the API root, with its final slash: the only audience of a manifest. */
  String apiRoot();

  /** Title of the exchange in TAXII's discovery. */
  @WithDefault("Entente exchange")
  String title();

  /**
   * On what ground data is exchanged, where neither client nor collection has a ground of its own.
   */
  Optional<String> legalBasis();

  /** Most bytes of a request body (TAXII 2.1 section 4.2.1). */
  @WithDefault("10485760")
  int maxContentLength();

  /** Bodies on their way through. */
  BodiesConfig bodies();

  /** How much may come. */
  LimitsConfig limits();

  /** The partners by id. */
  Map<String, PartnerConfig> partners();

  /** What bodies may take at once. At its peak a body takes twice its bytes of heap. */
  interface BodiesConfig {

    /** Most bytes of all partners' bodies; a heap of 256 MiB has room for the default. */
    @WithDefault("67108864")
    long most();

    /** Most bytes of one partner's. */
    @WithDefault("33554432")
    long mostPerPartner();

    /** Longest time from the first byte of a body to its last. */
    @WithDefault("PT30S")
    Duration deadline();
  }

  /** One partner. */
  interface PartnerConfig {

    /** PEM file: the CA of its TLS client certificates. */
    Path tlsAnchors();

    /** PEM file: the CA of its signing certificates. */
    Path signingAnchors();

    /** URNs of its signers; a certificate of the right CA alone is not enough. */
    Optional<List<String>> signers();

    /** Its registered clients by OIDC client id. */
    Map<String, ClientConfig> clients();

    /** Longest {@code exp - iat} of its manifests. */
    @WithDefault("PT10M")
    Duration maxManifestLifetime();

    /** How much may come of all its clients together. */
    LimitsConfig.Parties limits();

    /** The same of each agency that has limits of its own, by the name its clients state. */
    Map<String, LimitsConfig.Parties> agencies();
  }

  /** One client. */
  interface ClientConfig {

    /** Why it asks when a request does not say; without one, every request must say. */
    Optional<String> purpose();

    /** On what ground it asks and sends, as records say; else the exchange's. */
    Optional<String> legalBasis();

    /** The agency it belongs to; all clients of a partner have one, or none has. */
    Optional<String> agency();

    /** The role at that agency in which it reads, if not for the agency as a whole. */
    Optional<String> role();

    /** Whether it must number its requests; a stock TAXII client cannot. */
    @WithDefault("optional")
    Sequence sequence();

    /** How much may come of it. */
    LimitsConfig.Clients limits();
  }

  /** What is asked of a client about {@code Client-Sequence}. */
  enum Sequence {
    /** A number is taken when it comes, and then it must be right. */
    OPTIONAL,
    /** Nothing is served without one. */
    REQUIRED
  }
}
