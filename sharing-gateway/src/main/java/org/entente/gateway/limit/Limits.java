package org.entente.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreement.Party;
import org.entente.agreement.limit.Allowance;
import org.entente.agreement.limit.Figures;
import org.entente.agreement.limit.Limited;
import org.entente.agreement.limit.Ticks;
import org.entente.gateway.partner.CurrentPartners;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.partner.LimitsConfig.Strangers;
import org.entente.gateway.partner.Partners;
import org.entente.gateway.record.Actor;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.RefusalCost;
import org.entente.gateway.refusal.Refused;

/**
 * Lets in as much of each party and client as was agreed, judged by the certificate alone: what is
 * too much costs neither the verification of a token nor a record each. Known to this replica only.
 * Thread-safe.
 */
@ApplicationScoped
public class Limits implements RefusalCost {

  private final Ticks ticks;
  private final MeterRegistry meters;
  private final int refusalCost;
  private final PartyLimits strangers;
  private final Figures unregistered;
  private final Map<String, PartyLimits> parties = new ConcurrentHashMap<>();

  Limits(ExchangeConfig config, CurrentPartners partners, Ticks ticks, MeterRegistry meters) {
    this.ticks = ticks;
    this.meters = meters;
    this.refusalCost = config.limits().refusalCost();
    this.unregistered = figures(config.limits().strangers());
    this.strangers = PartyLimits.ofStrangers(unregistered, ticks.nanos());
    agree(partners.now());
  }

  private static Figures figures(Strangers config) {
    return new Figures(config.rate(), config.burst(), config.requests());
  }

  /** Goes by what was agreed anew. */
  void agree(@Observes Partners partners) {
    Map<String, Party> agreed = partners.agreement().parties();
    parties.keySet().retainAll(agreed.keySet());
    agreed.forEach((id, party) ->
        parties
            .computeIfAbsent(id, _ -> PartyLimits.of(party, unregistered, ticks.nanos()))
            .agree(party, ticks.nanos()));
  }

  /** Lets this request in until it is answered, or says why not now: RATE_LIMITED. */
  public Optional<Refused> enter(RoutingContext context, Actor actor) {
    PartyLimits limits = of(actor);
    List<Allowance> taken = limits.of(actor.client());
    Optional<Limited> against = limits.enter(taken, ticks.nanos());
    if (against.isEmpty()) {
      context.addEndHandler(_ -> limits.leave(taken));
    }
    return against.map(limited -> refused(actor.partner(), limited));
  }

  /** The refusal of a call that waited too long behind others of its own party. */
  public Refused noTurn(String partner, String calls) {
    return refused(partner, new Limited(calls, 0));
  }

  @Override
  public void charge(Actor actor) {
    of(actor).charge(actor.client(), refusalCost, ticks.nanos());
  }

  private PartyLimits of(Actor actor) {
    return parties.getOrDefault(actor.partner(), strangers);
  }

  private Refused refused(String partner, Limited limited) {
    Counter.builder("gateway.limited")
        .description("Requests that had to come again later, and calls that waited in vain")
        .tag("partner", partner)
        .tag("limit", limited.limit())
        .register(meters)
        .increment();
    return Refused.forNow(
        Code.RATE_LIMITED,
        "More comes than is agreed (" + limited.limit() + "); send the same again later.",
        limited.seconds());
  }
}
