package org.entente.audit.revocation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.entente.revocation.source.Fetch;
import org.entente.revocation.source.Follower;
import org.entente.revocation.source.KeptLists;
import org.entente.revocation.source.ListRounds;
import org.jboss.logging.Logger;

/**
 * Asks the sources of all lists, on every replica: before the door opens, and from then on again
 * and again.
 */
@Singleton
final class RevocationRounds {

  private static final Logger LOG = Logger.getLogger(RevocationRounds.class);

  private final Revocations revocations;
  private final Fetch fetch;
  private final ListRounds rounds;

  RevocationRounds(
      Revocations revocations, RevocationConfig config, Clock clock, MeterRegistry meters) {
    this.revocations = revocations;
    this.fetch = new Fetch(config.revocation().timeout());
    List<ListRounds.Party> parties = new ArrayList<>();
    revocations
        .followed()
        .forEach((whose, followed) -> {
          var kept = config.revocation().folder().map(f -> new KeptLists(f.resolve(whose)));
          var follower = new Follower(followed.sources(), followed.lists(), fetch, kept, clock);
          var news = new RevocationNews(whose, followed.lists(), clock, meters);
          parties.add(new ListRounds.Party(follower, news));
        });
    this.rounds = new ListRounds(parties, config.revocation().interval(), new SecureRandom());
  }

  void start(@Observes StartupEvent event) {
    revocations
        .unchecked()
        .forEach(whose ->
            LOG.warnf(
                "no lists of revoked certificates are configured for %s:"
                    + " its certificates count until they expire",
                whose.equals(Revocations.SERVICES) ? "services" : whose));
    rounds.begin();
  }

  void stop(@Observes ShutdownEvent event) {
    fetch.close();
    rounds.close();
  }
}
