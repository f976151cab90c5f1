package org.entente.gateway.limit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Party;
import org.entente.agreement.Party.Client;
import org.entente.agreement.limit.Allowance;
import org.entente.agreement.limit.Figures;
import org.entente.agreement.limit.Limited;
import org.jspecify.annotations.Nullable;

/**
 * One party's limits: of itself, of its agencies, of its clients. A request needs room everywhere
 * and takes from all or from none, so that a client at its limit takes nothing from its party.
 * Whoever is not registered, or whose certificate is revoked, has an allowance beside the party's:
 * a stolen key takes nothing from those who have theirs. As many allowances as are agreed, whatever
 * certificates name. Thread-safe.
 */
final class PartyLimits {

  private final List<Allowance> unregistered;
  private @Nullable Allowance whole;
  private Map<String, Allowance> agencies = Map.of();
  private Map<String, Allowance> clients = Map.of();
  private Map<String, List<Allowance>> byClient = Map.of();

  private PartyLimits(Allowance stranger) {
    this.unregistered = List.of(stranger);
  }

  /** Of those whose certificate is no party's. */
  static PartyLimits ofStrangers(Figures strangers, long now) {
    return new PartyLimits(new Allowance("stranger", strangers, now));
  }

  /** Of this party; {@code strangers} is what all clients share that are not registered. */
  static PartyLimits of(Party party, Figures strangers, long now) {
    var limits = ofStrangers(strangers, now);
    limits.agree(party, now);
    return limits;
  }

  /** Goes by what is agreed now. Where figures are as before, so is what is left of them. */
  synchronized void agree(Party party, long now) {
    Allowance all = whole == null ? allowance("party", party.limits(), now) : whole;
    whole = all.under(Figures.of(party.limits()), now);
    Map<String, Allowance> ofAgencies = new HashMap<>();
    party
        .agencies()
        .forEach((name, agency) ->
            agency
                .limits()
                .ifPresent(own ->
                    ofAgencies.put(
                        name,
                        kept(agencies, name, allowance("agency", own, now))
                            .under(Figures.of(own), now))));
    agencies = ofAgencies;
    agreeOnClients(party, all, now);
  }

  private void agreeOnClients(Party party, Allowance whole, long now) {
    Map<String, Allowance> own = new HashMap<>();
    Map<String, List<Allowance>> all = new HashMap<>();
    party
        .clients()
        .forEach((name, client) -> {
          var kept = kept(clients, name, allowance("client", client.limits(), now));
          own.put(name, kept.under(Figures.of(client.limits()), now));
          all.put(name, above(kept, client, whole));
        });
    clients = own;
    byClient = all;
  }

  private List<Allowance> above(Allowance own, Client client, Allowance whole) {
    var all = new ArrayList<Allowance>();
    all.add(own);
    client.agency().map(agencies::get).ifPresent(all::add);
    all.add(whole);
    return List.copyOf(all);
  }

  private static Allowance kept(Map<String, Allowance> before, String name, Allowance fresh) {
    return before.getOrDefault(name, fresh);
  }

  private static Allowance allowance(String whose, Party.Limits agreed, long now) {
    return new Allowance(whose, Figures.of(agreed), now);
  }

  /** What a request of this client takes from; it leaves the same, whatever changes meanwhile. */
  synchronized List<Allowance> of(String client) {
    return byClient.getOrDefault(client, unregistered);
  }

  /** Lets one more request in, or says what stands longest in its way. */
  synchronized Optional<Limited> enter(List<Allowance> all, long now) {
    return Allowance.enter(all, now);
  }

  /** A request that was let in is over. */
  synchronized void leave(List<Allowance> all) {
    all.forEach(Allowance::leave);
  }

  /** Takes this many requests' worth besides. */
  synchronized void charge(String client, int requests, long now) {
    of(client).forEach(each -> each.charge(requests, now));
  }
}
