package org.entente.gateway.revocation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.entente.revocation.source.Fetch;
import org.entente.revocation.source.Follower;
import org.entente.revocation.source.KeptLists;
import org.entente.revocation.source.ListRounds;
import org.jboss.logging.Logger;

/** Asks the sources of all lists: before the door opens, and from then on again and again. */
@ApplicationScoped
class FreshLists {

  private static final Logger LOG = Logger.getLogger(FreshLists.class);

  private final PartnerLists lists;
  private final Fetch fetch;
  private final ListRounds rounds;

  FreshLists(
      PartnerLists lists,
      ListsConfig config,
      Clock clock,
      MeterRegistry meters,
      SecureRandom random) {
    this.lists = lists;
    this.fetch = new Fetch(config.timeout());
    List<ListRounds.Party> parties = new ArrayList<>();
    lists
        .byPartner()
        .forEach((partner, held) -> {
          var kept = config.folder().map(folder -> new KeptLists(folder.resolve(partner)));
          var follower = new Follower(lists.sources(partner), held, fetch, kept, clock);
          parties.add(new ListRounds.Party(follower, new ListNews(partner, meters)));
          ListMeters.register(partner, held, clock, meters);
        });
    this.rounds = new ListRounds(parties, config.interval(), random);
  }

  void begin(@Observes StartupEvent started) {
    lists
        .unchecked()
        .forEach(partner ->
            LOG.warnf(
                "no lists of revoked certificates are configured for %s:"
                    + " its certificates count until they expire",
                partner));
    rounds.begin();
  }

  void end(@Observes ShutdownEvent ending) {
    fetch.close();
    rounds.close();
  }
}
