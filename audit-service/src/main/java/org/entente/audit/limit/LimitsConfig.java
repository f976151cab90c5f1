package org.entente.audit.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How much may come from outside the exchange, of each replica. The figures in {@code
 * exchange.yaml} are those of the gateway's clients, and auditors are none of them.
 */
@ConfigMapping(prefix = "entente.limits")
public interface LimitsConfig {

  /** What one client has: an auditor, or whoever uses a browser's certificate. */
  Client client();

  /** What all clients of one party have together. */
  Party party();

  /** What those have together whose certificates count for nobody, of each party and of none. */
  Strangers strangers();

  /** How many requests' worth one refusal takes: it costs a record and is of no use. */
  @WithDefault("10")
  int refusalCost();

  /** How long refusals by these limits are counted before their number is recorded. */
  @WithDefault("PT10S")
  Duration window();

  /** Of one client. */
  interface Client {

    /** Requests a second. */
    @WithDefault("100")
    int rate();

    /** Requests at once after a pause. */
    @WithDefault("1000")
    int burst();

    /** Most requests in the house at the same time. */
    @WithDefault("32")
    int requests();
  }

  /** Of one party. */
  interface Party {

    /** Requests a second. */
    @WithDefault("300")
    int rate();

    /** Requests at once after a pause. */
    @WithDefault("3000")
    int burst();

    /** Most requests in the house at the same time. */
    @WithDefault("96")
    int requests();
  }

  /** Of strangers. */
  interface Strangers {

    /** Requests a second. */
    @WithDefault("20")
    int rate();

    /** Requests at once after a pause. */
    @WithDefault("100")
    int burst();

    /** Most requests in the house at the same time. */
    @WithDefault("16")
    int requests();
  }
}
