package org.entente.indicator.collection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What this service can bear.
@ConfigMapping(prefix = "entente")
public interface ExchangeConfig {
  /// What one submission may hold.
  LimitsConfig limits();

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
