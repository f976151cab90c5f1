package org.entente.audit.revocation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.entente.revocation.RevocationList;
import org.entente.revocation.source.Follower;
import org.entente.revocation.source.Source;
import org.jboss.logging.Logger;

/** Tells operators what becomes of one party's lists; the same trouble is told once. */
final class RevocationNews implements Follower.Listener {

  private static final Logger LOG = Logger.getLogger(RevocationNews.class);

  private final String whose;
  private final Counter failures;

  RevocationNews(String whose, MeterRegistry meters) {
    this.whose = whose;
    this.failures =
        Counter.builder("audit.revocation.failures")
            .description("Times that a source had no usable list")
            .tag("party", whose)
            .register(meters);
  }

  @Override
  public void taken(Source source, RevocationList list) {
    LOG.infof(
        "%s of %s has %d revoked certificates, next %s (%s)",
        list.name(), whose, list.revoked().size(), list.nextUpdate(), source.describe());
  }

  @Override
  public void failed(Source source, String why, boolean again) {
    failures.increment();
    if (!again) {
      LOG.warnf("no new list of %s's revoked certificates: %s: %s", whose, source.describe(), why);
    }
  }
}
