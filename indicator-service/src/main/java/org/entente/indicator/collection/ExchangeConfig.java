package org.entente.indicator.collection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The collections between the parties.
@ConfigMapping(prefix = "entente")
public interface ExchangeConfig {
  /// Collections by their short name.
  Map<String, CollectionConfig> collections();

  /// What one submission may hold.
  LimitsConfig limits();

  /// One collection: one direction.
  interface CollectionConfig {
    /// Version 4 UUID, the collection's id in TAXII.
    UUID id();

    /// Another name for the id in URLs, for people and configurations.
    Optional<String> alias();

    /// Shown to partners.
    String title();

    /// Shown to partners.
    Optional<String> description();

    /// The one partner that adds objects.
    String producer();

    /// On what ground its objects are exchanged, as records say; else what the gateway knows of the
    /// client.
    Optional<String> legalBasis();

    /// Who may read what is released to them: partner ids, or URNs of partners, agencies, roles.
    Set<String> audience();
  }

  /// Sizes.
  interface LimitsConfig {
    /// Bytes of one submission's body.
    @WithDefault("10485760")
    int body();

    /// Objects in one submission.
    @WithDefault("10000")
    int objects();

    /// Objects on one page, the cap of `limit`.
    @WithDefault("1000")
    int page();

    /// Bytes of objects on one page; a single larger object still gets a page of its own.
    @WithDefault("8388608")
    int pageBytes();
  }
}
