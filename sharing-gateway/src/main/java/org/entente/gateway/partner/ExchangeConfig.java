package org.entente.gateway.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What this gateway is called and can bear; the defaults are here and nowhere else. */
@ConfigMapping(prefix = "entente")
public interface ExchangeConfig {

  /** The canonical URL of the API root, with its final slash: the only audience of a manifest. */
  String apiRoot();

  /** Most bytes of a request body (TAXII 2.1 section 4.2.1). */
  @WithDefault("10485760")
  int maxContentLength();

  /** Bodies on their way through. */
  BodiesConfig bodies();

  /** How much may come. */
  LimitsConfig limits();

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
}
