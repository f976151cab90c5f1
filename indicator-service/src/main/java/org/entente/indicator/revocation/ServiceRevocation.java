package org.entente.indicator.revocation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.revocation.RevocationList;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.Terms;
import org.entente.revocation.Verdict;
import org.entente.revocation.source.Fetch;
import org.entente.revocation.source.Follower;
import org.entente.revocation.source.KeptLists;
import org.entente.revocation.source.ListRounds;
import org.entente.revocation.source.Source;
import org.jboss.logging.Logger;

/// Keeps the list of services' revoked certificates, and looks callers up in it. Thread-safe.
@Singleton
public final class ServiceRevocation {
  private static final Logger LOG = Logger.getLogger(ServiceRevocation.class);

  private final Optional<RevocationLists> lists;
  private final Fetch fetch;
  private final ListRounds rounds;

  @Inject
  ServiceRevocation(RevocationConfig config, Clock clock) {
    RevocationConfig.Rounds when = config.revocation();
    List<Source> sources =
        config.serviceRevocation().map(RevocationConfig.Lists::sources).orElse(List.of()).stream()
            .map(source -> Source.configured(source.authority(), source.url(), source.file()))
            .toList();
    this.fetch = new Fetch(when.timeout());
    this.lists =
        config
            .serviceRevocation()
            .map(agreed -> new Terms(agreed.maxAge(), agreed.grace()))
            .map(terms ->
                new RevocationLists(sources.stream().map(Source::authority).toList(), terms));
    List<ListRounds.Party> parties =
        lists
            .map(held ->
                new Follower(sources, held, fetch, when.folder().map(KeptLists::new), clock))
            .map(follower -> new ListRounds.Party(follower, new News()))
            .stream()
            .toList();
    this.rounds = new ListRounds(parties, when.interval(), new SecureRandom());
  }

  /// What is known of a caller's path, leaf first, the anchor last.
  public Verdict judge(List<X509Certificate> path, Instant at) {
    return lists.map(held -> held.judge(path, at)).orElseGet(Verdict.Unchecked::new);
  }

  void start(@Observes StartupEvent event) {
    if (lists.isEmpty()) {
      LOG.warn(
          "no list of services' revoked certificates is configured: they count until they expire");
    }
    rounds.begin();
  }

  void stop(@Observes ShutdownEvent event) {
    fetch.close();
    rounds.close();
  }

  private static final class News implements Follower.Listener {
    @Override
    public void taken(Source source, RevocationList list) {
      LOG.infof(
          "%s has %d revoked certificates, next %s (%s)",
          list.name(), list.revoked().size(), list.nextUpdate(), source.describe());
    }

    @Override
    public void failed(Source source, String why, boolean again) {
      LOG.warnf("no new list of services' revoked certificates: %s: %s", source.describe(), why);
    }
  }
}
