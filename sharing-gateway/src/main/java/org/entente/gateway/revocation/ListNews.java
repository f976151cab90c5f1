package org.entente.gateway.revocation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.entente.revocation.RevocationList;
import org.entente.revocation.source.Follower;
import org.entente.revocation.source.Source;
import org.jboss.logging.Logger;

/** Tells operators what became of one partner's lists; the same trouble is told once. */
final class ListNews implements Follower.Listener {

  private static final Logger LOG = Logger.getLogger(ListNews.class);

  private final String partner;
  private final Counter failures;

  ListNews(String partner, MeterRegistry meters) {
    this.partner = partner;
    this.failures = meters.counter("gateway.revocation.failures", "partner", partner);
  }

  @Override
  public void taken(Source source, RevocationList list) {
    LOG.infof(
        "%s of %s has %d revoked certificates, next %s (%s)",
        list.name(), partner, list.revoked().size(), list.nextUpdate(), source.describe());
  }

  @Override
  public void failed(Source source, String why, boolean again) {
    failures.increment();
    if (!again) {
      LOG.warnf(
          "no new list of %s's revoked certificates: %s: %s", partner, source.describe(), why);
    }
  }
}
