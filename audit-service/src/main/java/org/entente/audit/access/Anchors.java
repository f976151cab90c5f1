package org.entente.audit.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Authorities that may speak for one kind of name. TLS accepts the union of all authorities; which
 * one may name whom is decided here. Thread-safe.
 */
final class Anchors {

  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

  private final Set<X509Certificate> authorities;

  private Anchors(Set<X509Certificate> authorities) {
    this.authorities = Set.copyOf(authorities);
  }

  /** These authorities. */
  static Anchors of(Set<X509Certificate> authorities) {
    return new Anchors(authorities);
  }

  /** All of them. */
  Set<X509Certificate> authorities() {
    return authorities;
  }

  /** The certificates in these PEM files; an unreadable one stops the start. */
  static Anchors read(List<Path> files) {
    var authorities = new HashSet<X509Certificate>();
    for (var file : files) {
      try (var in = Files.newInputStream(file)) {
        for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          authorities.add((X509Certificate) certificate);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the authorities in " + file, e);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(file + " holds no certificates", e);
      }
    }
    if (authorities.isEmpty()) {
      throw new IllegalStateException("no authority in " + files);
    }
    return new Anchors(authorities);
  }

  /**
   * The path by which this chain leads to one of these authorities at this moment (RFC 5280 section
   * 6), the authority last; empty when it does not, or its leaf may be no TLS client.
   *
   * @param chain as sent, leaf first
   */
  Optional<List<X509Certificate>> path(List<X509Certificate> chain, Instant at) {
    try {
      var usages = chain.getFirst().getExtendedKeyUsage();
      if (usages == null || !usages.contains(CLIENT_AUTH)) {
        return Optional.empty();
      }
      var below = chain.stream().filter(c -> !authorities.contains(c)).toList();
      if (below.isEmpty()) {
        return Optional.empty();
      }
      var path = CertificateFactory.getInstance("X.509").generateCertPath(below);
      var valid = CertPathValidator.getInstance("PKIX").validate(path, parameters(at));
      var whole = new ArrayList<>(below);
      whole.add(((PKIXCertPathValidatorResult) valid).getTrustAnchor().getTrustedCert());
      return Optional.of(whole);
    } catch (CertPathValidatorException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK validates certificate paths", e);
    }
  }

  private PKIXParameters parameters(Instant at) throws GeneralSecurityException {
    var anchors = new HashSet<TrustAnchor>();
    authorities.forEach(authority -> anchors.add(new TrustAnchor(authority, null)));
    var parameters = new PKIXParameters(anchors);
    parameters.setRevocationEnabled(false); // Peers asks about that, at each request
    parameters.setDate(Date.from(at));
    return parameters;
  }
}
