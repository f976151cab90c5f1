package org.entente.audit.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.limit.Allowance;
import org.entente.agreement.limit.Limited;
import org.entente.audit.record.Actor;

/**
 * What one party has: itself, its clients, and whoever comes with a certificate of its that counts
 * for nobody, who takes nothing from the others. Auditors are registered nowhere, so clients are
 * known by the names that the party's authority gives them; beyond {@value #MOST_CLIENTS} that come
 * at a time the others share one allowance. Thread-safe.
 */
final class PartyAllowances {

  static final int MOST_CLIENTS = 256;

  /** What a request takes from and gives back, whatever changes meanwhile. */
  record Taken(List<Allowance> all, String countedAs) {
    Taken {
      all = List.copyOf(all);
    }
  }

  private final DoorFigures figures;
  private final Taken strangers;
  private final Allowance whole;
  private final Taken others;
  private final Map<String, Allowance> clients = new HashMap<>();

  PartyAllowances(DoorFigures figures, long now) {
    this.figures = figures;
    this.whole = new Allowance("party", figures.party(), now);
    this.strangers =
        new Taken(List.of(new Allowance("stranger", figures.strangers(), now)), Actor.UNKNOWN);
    this.others =
        new Taken(List.of(new Allowance("client", figures.client(), now), whole), Actor.UNKNOWN);
  }

  /** What a request of this client takes from; {@link Actor#UNKNOWN} for one that is none. */
  synchronized Taken of(String client, long now) {
    if (client.equals(Actor.UNKNOWN)) {
      return strangers;
    }
    var own = clients.get(client);
    if (own == null) {
      if (!hasPlace(now)) {
        return others;
      }
      own = new Allowance("client", figures.client(), now);
      clients.put(client, own);
    }
    return new Taken(List.of(own, whole), client);
  }

  /** Whoever has all it may have again is like one that never came. */
  private boolean hasPlace(long now) {
    if (clients.size() >= MOST_CLIENTS) {
      clients.values().removeIf(client -> client.isWhole(now));
    }
    return clients.size() < MOST_CLIENTS;
  }

  /** Lets one more request in, or says what stands longest in its way. */
  synchronized Optional<Limited> enter(Taken taken, long now) {
    return Allowance.enter(taken.all(), now);
  }

  /** A request that was let in is over. */
  synchronized void leave(Taken taken) {
    taken.all().forEach(Allowance::leave);
  }

  /** Takes this many requests' worth besides. */
  synchronized void charge(Taken taken, int requests, long now) {
    taken.all().forEach(each -> each.charge(requests, now));
  }
}
