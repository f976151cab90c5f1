package org.entente.gateway.partner;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may come, of each replica: two replicas let in twice as much. */
public interface LimitsConfig {

  /** How many requests' worth one refusal by the gateway takes: it costs a record. */
  @WithDefault("50")
  int refusalCost();

  /** How long refusals by these limits are counted before their number is recorded. */
  @WithDefault("PT10S")
  Duration window();

  /** What all who are no registered client share, those of each party and those of none. */
  Strangers strangers();

  /** Most calls to the indicator-service at once for one party. */
  @WithDefault("64")
  int indicatorCalls();

  /** Most calls to the audit-service at once for one party. */
  @WithDefault("16")
  int auditCalls();

  /** Longest time a call waits for its turn among its own party's. */
  @WithDefault("PT2S")
  Duration turn();

  /** Of one such group. */
  interface Strangers {

    /** Requests a second. */
    @WithDefault("500")
    int rate();

    /** Requests at once after a pause. */
    @WithDefault("1000")
    int burst();

    /** Most requests in the house at the same time. */
    @WithDefault("128")
    int requests();
  }
}
