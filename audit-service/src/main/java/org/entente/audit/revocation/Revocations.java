package org.entente.audit.revocation;

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
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.Verdict;
import org.entente.revocation.source.PartyLists;
import org.entente.revocation.source.PartyLists.Agreed;
import org.jboss.logging.Logger;

/**
 * The lists of revoked certificates, by whose they are: a partner's id, or {@link #SERVICES}. Every
 * replica has them before its door opens, asks for them again and again, and follows when something
 * else is agreed. Thread-safe.
 */
@Singleton
public final class Revocations {

  /**
   * Stands for the exchange's own authority. No partner is called that: ids begin with a letter.
   */
  public static final String SERVICES = "-";

  private static final Logger LOG = Logger.getLogger(Revocations.class);

  private final PartyLists lists;
  private final Optional<Agreed> services;
  private final RevocationMeters meters;

  @Inject
  Revocations(RevocationConfig config, Clock clock, MeterRegistry registry) {
    var rounds = config.revocation();
    this.lists =
        new PartyLists(
            new PartyLists.Timing(rounds.interval(), rounds.timeout(), rounds.folder()),
            whose -> new RevocationNews(whose, registry),
            clock,
            new SecureRandom());
    this.services = config.serviceRevocation().map(AgreedSources::of);
    this.meters = new RevocationMeters(clock, registry);
  }

  void start(@Observes StartupEvent event, InForce agreements) {
    follow(agreements.now());
  }

  void follow(@Observes Agreement agreement) {
    var agreed = new HashMap<String, Optional<Agreed>>();
    agreement
        .parties()
        .forEach((id, party) -> agreed.put(id, party.revocation().map(AgreedSources::of)));
    agreed.put(SERVICES, services);
    lists.agree(agreed);
    meters.show(lists.followed());
    lists
        .unchecked()
        .forEach(whose ->
            LOG.warnf(
                "no lists of revoked certificates are agreed on for %s:"
                    + " its certificates count until they expire",
                whose.equals(SERVICES) ? "services" : whose));
  }

  void stop(@Observes ShutdownEvent event) {
    lists.close();
  }

  /**
   * What is known of this path's certificates.
   *
   * @param whose a partner's id, or {@link #SERVICES}
   * @param path leaf first, the anchor last
   */
  public Verdict judge(String whose, List<X509Certificate> path, Instant at) {
    return lists.judge(whose, path, at);
  }

  Map<String, RevocationLists> followed() {
    return lists.followed();
  }

  /** Whose certificates count until they expire. */
  Set<String> unchecked() {
    return lists.unchecked();
  }
}
