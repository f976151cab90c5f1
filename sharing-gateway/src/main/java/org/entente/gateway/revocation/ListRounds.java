package org.entente.gateway.revocation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.entente.revocation.source.Fetch;
import org.entente.revocation.source.Follower;
import org.entente.revocation.source.KeptLists;
import org.jboss.logging.Logger;

/** Asks the sources of all lists: before the door opens, and from then on again and again. */
@ApplicationScoped
class ListRounds {

  private static final Logger LOG = Logger.getLogger(ListRounds.class);

  private final PartnerLists lists;
  private final Duration interval;
  private final SecureRandom random;
  private final Fetch fetch;
  private final List<Party> parties = new ArrayList<>();

  private record Party(Follower follower, ListNews news) {
    void round() {
      follower.round(news);
    }
  }

  ListRounds(
      PartnerLists lists,
      ListsConfig config,
      Clock clock,
      MeterRegistry meters,
      SecureRandom random) {
    this.lists = lists;
    this.interval = config.interval();
    this.random = random;
    this.fetch = new Fetch(config.timeout());
    lists
        .byPartner()
        .forEach((partner, held) -> {
          var kept = config.folder().map(folder -> new KeptLists(folder.resolve(partner)));
          var follower = new Follower(lists.sources(partner), held, fetch, kept, clock);
          parties.add(new Party(follower, new ListNews(partner, meters)));
          ListMeters.register(partner, held, clock, meters);
        });
  }

  void begin(@Observes StartupEvent started, Vertx vertx, @VirtualThreads ExecutorService threads) {
    lists
        .unchecked()
        .forEach(partner ->
            LOG.warnf(
                "no lists of revoked certificates are configured for %s:"
                    + " its certificates count until they expire",
                partner));
    parties.forEach(party -> party.follower.remember(party.news));
    parties.parallelStream().forEach(Party::round);
    parties.forEach(party -> next(party, vertx, threads));
  }

  void end(@Observes ShutdownEvent ending) {
    fetch.close();
  }

  /** A round begins when the one before is over; each party's by itself. */
  private void next(Party party, Vertx vertx, ExecutorService threads) {
    vertx.setTimer(
        pause(),
        _ ->
            threads.execute(() -> {
              party.round();
              next(party, vertx, threads);
            }));
  }

  private long pause() {
    long millis = interval.toMillis();
    return Math.max(1, millis - millis / 10 + random.nextLong(millis / 5 + 1));
  }
}
