package org.entente.gateway.limit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.partner.LimitsConfig;
import org.entente.gateway.turn.Turns;
import org.entente.gateway.watch.Step;
import org.entente.gateway.watch.Steps;

/** Of the connections to each service inside no party has more than its share. */
class PartyTurns {

  private final LimitsConfig config;
  private final Steps steps;

  PartyTurns(ExchangeConfig config, Steps steps) {
    this.steps = steps;
    this.config = config.limits();
  }

  @Produces
  @Singleton
  @Named(Turns.AUDIT)
  Turns atTheAuditService() {
    return new Turns(config.auditCalls(), config.turn(), Step.LOG, steps);
  }

  @Produces
  @Singleton
  @Named(Turns.INDICATORS)
  Turns atTheIndicatorService() {
    return new Turns(config.indicatorCalls(), config.turn(), Step.INSIDE, steps);
  }
}
