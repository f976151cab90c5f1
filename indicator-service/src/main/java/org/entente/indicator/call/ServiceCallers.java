package org.entente.indicator.call;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.party.Parties;
import org.entente.indicator.refusal.Refusal.CallerUnknown;
import org.entente.indicator.revocation.ServiceRevocation;
import org.entente.revocation.Verdict;
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
  private final ServiceRevocation revocation;
  private final Clock clock;

  ServiceCallers(CallerConfig config, Parties parties, ServiceRevocation revocation, Clock clock) {
    this.revocation = revocation;
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

  /// The path by which the chain a peer presented, leaf first, is a caller's, its anchor last;
  /// empty when it is none.
  List<X509Certificate> path(List<X509Certificate> chain) {
    return !chain.isEmpty() && named(chain.getFirst()) ? pathToAnchor(chain) : List.of();
  }

  /// Asked at each request, so that a connection that was opened before ends there.
  ///
  /// @throws CallerUnknown when the certificate is revoked, or that cannot be known now
  void requireUnrevoked(List<X509Certificate> path) {
    switch (revocation.judge(path, clock.instant())) {
      case Verdict.Unchecked _, Verdict.Good _ -> {}
      case Verdict.Revoked revoked ->
          throw new CallerUnknown("the caller's certificate is revoked, says " + revoked.list());
      case Verdict.Unavailable _ ->
          throw new CallerUnknown("there is no fresh list of services' revoked certificates");
    }
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

  /// Does this work under what is agreed when it begins.
  <T> T throughout(Supplier<T> work) {
    return parties.throughout(work);
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

  private List<X509Certificate> pathToAnchor(List<X509Certificate> chain) {
    Set<X509Certificate> roots =
        anchors.stream().map(TrustAnchor::getTrustedCert).collect(Collectors.toSet());
    List<X509Certificate> below =
        chain.stream().takeWhile(certificate -> !roots.contains(certificate)).toList();
    if (below.isEmpty()) {
      return List.of();
    }
    try {
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false); // That is asked at each request.
      parameters.setDate(Date.from(clock.instant()));
      CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(below);
      var valid = CertPathValidator.getInstance("PKIX").validate(path, parameters);
      List<X509Certificate> whole = new ArrayList<>(below);
      whole.add(((PKIXCertPathValidatorResult) valid).getTrustAnchor().getTrustedCert());
      return List.copyOf(whole);
    } catch (GeneralSecurityException e) {
      return List.of();
    }
  }
}
