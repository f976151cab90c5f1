package org.entente.audit.revocation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.audit.background.Rounds;
import org.entente.revocation.source.Fetch;
import org.entente.revocation.source.Follower;
import org.entente.revocation.source.KeptLists;
import org.jboss.logging.Logger;

/**
 * Asks the sources of all lists, on every replica: before the door opens, and from then on again
 * and again.
 */
@Singleton
final class RevocationRounds {

  private static final Logger LOG = Logger.getLogger(RevocationRounds.class);

  private final Revocations revocations;
  private final Duration interval;
  private final Fetch fetch;
  private final List<Party> parties = new ArrayList<>();

  private record Party(Follower follower, RevocationNews news, Rounds rounds) {}

  RevocationRounds(
      Revocations revocations, RevocationConfig config, Clock clock, MeterRegistry meters) {
    this.revocations = revocations;
    this.interval = config.revocation().interval();
    this.fetch = new Fetch(config.revocation().timeout());
    revocations
        .followed()
        .forEach((whose, followed) -> {
          var kept = config.revocation().folder().map(f -> new KeptLists(f.resolve(whose)));
          var follower = new Follower(followed.sources(), followed.lists(), fetch, kept, clock);
          parties.add(
              party(whose, follower, new RevocationNews(whose, followed.lists(), clock, meters)));
        });
  }

  private Party party(String whose, Follower follower, RevocationNews news) {
    var thread = Thread.ofVirtual().name("revocation of " + whose);
    var rounds =
        new Rounds(
            thread,
            () -> {
              follower.round(news);
              return pause();
            });
    return new Party(follower, news, rounds);
  }

  void start(@Observes StartupEvent event) {
    revocations
        .unchecked()
        .forEach(whose ->
            LOG.warnf(
                "no lists of revoked certificates are configured for %s:"
                    + " its certificates count until they expire",
                whose.equals(Revocations.SERVICES) ? "services" : whose));
    parties.parallelStream()
        .forEach(party -> {
          party.follower.remember(party.news);
          party.follower.round(party.news);
        });
    parties.forEach(party -> party.rounds.start());
  }

  private Duration pause() {
    var millis = interval.toMillis();
    var tenth = ThreadLocalRandom.current().nextLong(millis / 5 + 1) - millis / 10;
    return Duration.ofMillis(Math.max(1, millis + tenth));
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    fetch.close();
    for (var party : parties) {
      party.rounds.stop();
    }
  }
}
