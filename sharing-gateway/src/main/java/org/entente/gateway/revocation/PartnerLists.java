package org.entente.gateway.revocation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Party;
import org.entente.gateway.partner.CurrentPartners;
import org.entente.gateway.partner.Partners;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.Revocation;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.Terms;
import org.entente.revocation.Verdict;
import org.entente.revocation.source.PartyLists;
import org.entente.revocation.source.PartyLists.Agreed;
import org.entente.revocation.source.Source;
import org.jboss.logging.Logger;

/**
 * Each partner's lists of revoked certificates: had before the door opens, asked for again and
 * again, and followed when something else is agreed. Thread-safe.
 */
@Singleton
class PartnerLists implements Revocation {

  private static final Logger LOG = Logger.getLogger(PartnerLists.class);

  private final PartyLists lists;
  private final ListMeters meters;

  @Inject
  PartnerLists(ListsConfig config, Clock clock, SecureRandom random, MeterRegistry registry) {
    var timing = new PartyLists.Timing(config.interval(), config.timeout(), config.folder());
    this.lists = new PartyLists(timing, partner -> new ListNews(partner, registry), clock, random);
    this.meters = new ListMeters(clock, registry);
  }

  void begin(@Observes StartupEvent started, CurrentPartners partners) {
    follow(partners.now());
  }

  void follow(@Observes Partners partners) {
    Map<String, Optional<Agreed>> agreed = new HashMap<>();
    partners
        .agreement()
        .parties()
        .forEach((id, party) -> agreed.put(id, party.revocation().map(PartnerLists::agreed)));
    lists.agree(agreed);
    meters.show(lists.followed());
    lists
        .unchecked()
        .forEach(partner ->
            LOG.warnf(
                "no lists of revoked certificates are agreed on for %s:"
                    + " its certificates count until they expire",
                partner));
  }

  private static Agreed agreed(Party.Revocation revocation) {
    return new Agreed(
        revocation.sources().stream().map(PartnerLists::source).toList(),
        new Terms(revocation.maxAge(), revocation.grace()));
  }

  private static Source source(Party.Revocation.Source source) {
    X509Certificate authority = source.authority().certificates().iterator().next();
    return switch (source) {
      case Party.Revocation.Source.At at -> new Source(authority, new Source.Place.At(at.url()));
      case Party.Revocation.Source.In in -> new Source(authority, new Source.Place.In(in.file()));
    };
  }

  void end(@Observes ShutdownEvent ending) {
    lists.close();
  }

  @Override
  public Verdict judge(PartnerId partner, List<X509Certificate> path, Instant at) {
    return lists.judge(partner.value(), path, at);
  }

  /** The lists by partner. */
  Map<String, RevocationLists> byPartner() {
    return lists.followed();
  }

  /** Partners without any lists: their certificates count until they expire. */
  Set<String> unchecked() {
    return lists.unchecked();
  }
}
