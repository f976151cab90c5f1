package org.entente.audit.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.agreement.limit.Limited;
import org.entente.agreement.limit.Ticks;
import org.entente.audit.record.Actor;

/**
 * Lets in as much of each party and client as may come, judged by the certificate alone: what is
 * too much costs neither the verification of a token nor a record each. Known to this replica only.
 * Thread-safe.
 */
@Singleton
public final class DoorLimits {

  private static final List<String> OF_CLIENTS =
      List.of("client-rate", "client-requests", "party-rate", "party-requests");
  private static final List<String> OF_STRANGERS = List.of("stranger-rate", "stranger-requests");

  private final DoorFigures figures;
  private final int refusalCost;
  private final Ticks ticks;
  private final MeterRegistry meters;
  private final PartyAllowances nobodys;
  private final Map<String, PartyAllowances> parties = new ConcurrentHashMap<>();

  @Inject
  DoorLimits(LimitsConfig config, InForce agreements, Ticks ticks, MeterRegistry meters) {
    this.figures = DoorFigures.of(config);
    this.refusalCost = config.refusalCost();
    this.ticks = ticks;
    this.meters = meters;
    this.nobodys = new PartyAllowances(figures, ticks.nanos());
    agree(agreements.now());
  }

  /** All parties from the start: a counter that appears with its first refusal hides that one. */
  void start(@Observes StartupEvent event) {
    OF_STRANGERS.forEach(limit -> counter(Actor.UNKNOWN, limit));
    parties.keySet().forEach(this::counters);
  }

  /** Parties come and go with what is agreed; those that stay keep what is left of theirs. */
  void agree(@Observes Agreement agreement) {
    var agreed = agreement.parties().keySet();
    parties.keySet().retainAll(agreed);
    agreed.forEach(
        party -> parties.computeIfAbsent(party, _ -> new PartyAllowances(figures, ticks.nanos())));
    agreed.forEach(this::counters);
  }

  /** How a request was received. */
  public sealed interface Entry {

    /**
     * It is in.
     *
     * @param leaving to be run once, when it is over
     */
    record In(Runnable leaving) implements Entry {}

    /**
     * It is not, for now.
     *
     * @param countedAs with whom such refusals are counted: one of few clients, or unknown
     */
    record Out(Limited limited, Actor countedAs) implements Entry {}
  }

  /**
   * Lets a request in, or says why not now.
   *
   * @param actor as far as the certificate tells
   */
  public Entry enter(Actor actor) {
    var now = ticks.nanos();
    var allowances = of(actor);
    var taken = allowances.of(client(actor), now);
    var against = allowances.enter(taken, now);
    if (against.isEmpty()) {
      return new Entry.In(() -> allowances.leave(taken));
    }
    counter(parties.containsKey(actor.party()) ? actor.party() : Actor.UNKNOWN, against.get())
        .increment();
    return new Entry.Out(against.get(), Actor.withoutToken(actor.party(), taken.countedAs()));
  }

  /** A request of this actor's is refused for a reason of its own making, and recorded. */
  public void charge(Actor actor) {
    var now = ticks.nanos();
    var allowances = of(actor);
    allowances.charge(allowances.of(client(actor), now), refusalCost, now);
  }

  private PartyAllowances of(Actor actor) {
    return parties.getOrDefault(actor.party(), nobodys);
  }

  /** Whoever is of no party is nobody's client, whatever the certificate says. */
  private String client(Actor actor) {
    return parties.containsKey(actor.party()) ? actor.client() : Actor.UNKNOWN;
  }

  private void counters(String party) {
    OF_CLIENTS.forEach(limit -> counter(party, limit));
    OF_STRANGERS.forEach(limit -> counter(party, limit));
  }

  private Counter counter(String party, Limited limited) {
    return counter(party, limited.limit());
  }

  private Counter counter(String party, String limit) {
    return Counter.builder("audit.limited")
        .description("Requests from outside that had to come again later")
        .tag("party", party)
        .tag("limit", limit)
        .register(meters);
  }
}
