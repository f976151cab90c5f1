package org.entente.kit.manifest;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * RFC 5280 section 6 by the platform's validator, to one partner's anchors. Nothing is fetched: the
 * chain must be complete, and addresses inside certificates are never followed.
 */
final class PathValidation {

  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

  private PathValidation() {}

  /** The path from the leaf to the anchor, the anchor included, or empty when there is none. */
  static Optional<List<X509Certificate>> path(
      List<X509Certificate> chain, Set<X509Certificate> anchors, Date at) {
    List<X509Certificate> below = chain.stream().takeWhile(c -> !anchors.contains(c)).toList();
    if (below.isEmpty() || anchors.isEmpty()) {
      return Optional.empty();
    }
    try {
      CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(below);
      PKIXParameters parameters = parameters(anchors, at);
      var result = CertPathValidator.getInstance("PKIX").validate(path, parameters);
      List<X509Certificate> whole = new ArrayList<>(below);
      whole.add(((PKIXCertPathValidatorResult) result).getTrustAnchor().getTrustedCert());
      return Optional.of(whole);
    } catch (CertPathValidatorException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The platform cannot validate certificate paths", e);
    }
  }

  private static PKIXParameters parameters(Set<X509Certificate> anchors, Date at)
      throws GeneralSecurityException {
    PKIXParameters parameters =
        new PKIXParameters(
            anchors.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet()));
    parameters.setRevocationEnabled(false); // Revocation is asked separately.
    parameters.setDate(at);
    parameters.addCertPathChecker(new ExtendedKeyUsageIsOurs());
    return parameters;
  }

  /** SignerProfile judges this extension, so that it may be marked critical. */
  private static final class ExtendedKeyUsageIsOurs extends PKIXCertPathChecker {
    @Override
    public void init(boolean forward) {}

    @Override
    public boolean isForwardCheckingSupported() {
      return true;
    }

    @Override
    public Set<String> getSupportedExtensions() {
      return Set.of(EXTENDED_KEY_USAGE);
    }

    @Override
    public void check(
        java.security.cert.Certificate certificate, Collection<String> unresolvedCritical) {
      unresolvedCritical.remove(EXTENDED_KEY_USAGE);
    }
  }
}
