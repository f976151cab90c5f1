package org.entente.audit.revocation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.revocation.Authority;
import org.entente.revocation.RevocationList;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.source.Follower;
import org.entente.revocation.source.Source;
import org.jboss.logging.Logger;

/** Tells operators what becomes of one party's lists; the same trouble is told once. */
final class RevocationNews implements Follower.Listener {

  private static final Logger LOG = Logger.getLogger(RevocationNews.class);
  private static final String PARTY = "party";
  private static final int DIGITS = 8;

  private final String whose;
  private final Counter failures;
  private final Map<Source, String> trouble = new ConcurrentHashMap<>();

  RevocationNews(String whose, RevocationLists lists, Clock clock, MeterRegistry meters) {
    this.whose = whose;
    this.failures =
        Counter.builder("audit.revocation.failures")
            .description("Times that a source had no usable list")
            .tag(PARTY, whose)
            .register(meters);
    lists
        .standings()
        .forEach(standing ->
            Gauge.builder("audit.revocation.left", () -> left(lists, standing.authority(), clock))
                .description("How long a list of revoked certificates counts from now")
                .baseUnit("seconds")
                .tag(PARTY, whose)
                .tag("authority", standing.authority().key().substring(0, DIGITS))
                .register(meters));
  }

  /** Negative when it counts no longer; without any list as if it had just ended. */
  private static double left(RevocationLists lists, Authority authority, Clock clock) {
    return lists.standings().stream()
        .filter(each -> each.authority().equals(authority))
        .flatMap(each -> each.held().stream())
        .mapToDouble(held -> Duration.between(clock.instant(), held.until()).toMillis() / 1000.0)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void taken(Source source, RevocationList list) {
    trouble.remove(source);
    LOG.infof(
        "%s of %s has %d revoked certificates, next %s (%s)",
        list.name(), whose, list.revoked().size(), list.nextUpdate(), source.describe());
  }

  @Override
  public void failed(Source source, String why) {
    failures.increment();
    if (!why.equals(trouble.put(source, why))) {
      LOG.warnf("no new list of %s's revoked certificates: %s: %s", whose, source.describe(), why);
    }
  }
}
