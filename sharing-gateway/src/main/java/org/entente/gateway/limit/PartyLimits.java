package org.entente.gateway.limit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.gateway.partner.ExchangeConfig.ClientConfig;
import org.entente.gateway.partner.ExchangeConfig.PartnerConfig;

/**
 * One party's limits: of itself, of its agencies, of its clients. A request needs room everywhere
 * and takes from all or from none, so that a client at its limit takes nothing from its party. As
 * many allowances as are configured, whatever certificates name. Thread-safe.
 */
final class PartyLimits {

  private final Map<String, List<Allowance>> byClient = new HashMap<>();
  private final List<Allowance> unregistered;

  private PartyLimits(List<Allowance> unregistered) {
    this.unregistered = unregistered;
  }

  /** Of those whose certificate is no party's. */
  static PartyLimits ofStrangers(Figures strangers, long now) {
    return new PartyLimits(List.of(new Allowance("stranger", strangers, now)));
  }

  /** Of this party; {@code strangers} is what all clients share that are not registered. */
  static PartyLimits of(PartnerConfig config, Figures strangers, long now) {
    var party = new Allowance("party", Figures.of(config.limits()), now);
    var limits = new PartyLimits(List.of(new Allowance("stranger", strangers, now), party));
    Map<String, Allowance> agencies = new HashMap<>();
    config
        .agencies()
        .forEach((name, own) -> agencies.put(name, new Allowance("agency", Figures.of(own), now)));
    config
        .clients()
        .forEach((name, client) -> {
          var above = new ArrayList<Allowance>();
          client.agency().map(agencies::get).ifPresent(above::add);
          above.add(party);
          limits.add(name, client, above, now);
        });
    return limits;
  }

  private void add(String name, ClientConfig client, List<Allowance> above, long now) {
    var all = new ArrayList<Allowance>();
    all.add(new Allowance("client", Figures.of(client.limits()), now));
    all.addAll(above);
    byClient.put(name, List.copyOf(all));
  }

  /** Lets one more request of this client in, or says what stands longest in its way. */
  synchronized Optional<Limited> enter(String client, long now) {
    List<Allowance> all = of(client);
    Optional<Limited> against =
        all.stream()
            .flatMap(each -> each.against(now).stream())
            .max(Comparator.comparingLong(Limited::nanos));
    if (against.isEmpty()) {
      all.forEach(each -> each.enter(now));
    }
    return against;
  }

  /** A request that was let in is over. */
  synchronized void leave(String client) {
    of(client).forEach(Allowance::leave);
  }

  /** Takes this many requests' worth besides. */
  synchronized void charge(String client, int requests, long now) {
    of(client).forEach(each -> each.charge(requests, now));
  }

  private List<Allowance> of(String client) {
    return byClient.getOrDefault(client, unregistered);
  }
}
