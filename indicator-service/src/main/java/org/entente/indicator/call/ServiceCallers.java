package org.entente.indicator.call;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.party.Parties;
import org.entente.indicator.refusal.Refusal.CallerUnknown;
import org.entente.stix.release.Reader;

/// Which certificates may call: those that PKIX leads to the exchange's own authority *and* whose
/// SAN URI is configured. A party's authority may be trusted by TLS; it makes no callers here. And
/// for whom: people at a configured place.
@Singleton
final class ServiceCallers {
  /// How long one connection's check counts, so that keep-alive costs nothing and expiry is
  /// noticed.
  static final Duration CHECK_LIFETIME = Duration.ofMinutes(1);

  private static final int URI = 6;
  private static final String OURS = "urn:entente:";

  private final Set<TrustAnchor> anchors;
  private final Set<String> callers;
  private final Parties parties;
  private final Clock clock;

  ServiceCallers(CallerConfig config, Parties parties, Clock clock) {
    this.anchors = anchors(config.serviceAnchors());
    this.callers = Set.copyOf(config.callers());
    this.parties = parties;
    this.clock = clock;
  }

  private static Set<TrustAnchor> anchors(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read entente.service-anchors " + pem, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("entente.service-anchors holds no certificates: " + pem, e);
    }
  }

  /// Whether the chain a peer presented, leaf first, is a caller's.
  boolean accept(List<X509Certificate> chain) {
    return !chain.isEmpty() && named(chain.getFirst()) && leadsToAnchor(chain);
  }

  /// Where a caller reads from. A place that only the gateway knows would wait for rows that nobody
  /// writes.
  ///
  /// @throws CallerUnknown when the configuration has no such place
  Reader reader(Actor actor) {
    return parties
        .reader(actor.place())
        .orElseThrow(() -> new CallerUnknown("nobody reads at " + actor.place()));
  }

  Instant now() {
    return clock.instant();
  }

  /// A certificate that carries several of our names is nobody's: it could be meant as either.
  private boolean named(X509Certificate leaf) {
    try {
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      List<String> ours =
          names == null
              ? List.of()
              : names.stream()
                  .filter(name -> name.getFirst().equals(URI))
                  .map(name -> String.valueOf(name.get(1)))
                  .filter(name -> name.startsWith(OURS))
                  .toList();
      return ours.size() == 1 && callers.contains(ours.getFirst());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean leadsToAnchor(List<X509Certificate> chain) {
    Set<X509Certificate> roots =
        anchors.stream().map(TrustAnchor::getTrustedCert).collect(Collectors.toSet());
    List<X509Certificate> path =
        chain.stream().takeWhile(certificate -> !roots.contains(certificate)).toList();
    if (path.isEmpty()) {
      return false;
    }
    try {
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(clock.instant()));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
