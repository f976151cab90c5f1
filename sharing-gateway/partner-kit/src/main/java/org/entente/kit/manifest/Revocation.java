package org.entente.kit.manifest;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Asked about every path before it is trusted, at most five minutes before each use. Whoever fills
 * this in must answer from lists fetched beforehand, never from addresses inside a certificate, and
 * must count an unknown state as revoked.
 */
@FunctionalInterface
public interface Revocation {

  /** Whether any certificate between the leaf and this anchor is revoked, or may be. */
  boolean revoked(List<X509Certificate> path, X509Certificate anchor);

  /** No lists are kept yet: nothing counts as revoked. */
  static Revocation none() {
    return (path, anchor) -> false;
  }
}
