package org.entente.kit.manifest;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.entente.revocation.Verdict;

/**
 * Asked about every path at each use, after everything else about it has been found good. Whoever
 * fills this in must answer from lists fetched beforehand, never from addresses inside a
 * certificate, and must not guess where it does not know.
 */
@FunctionalInterface
public interface Revocation {

  /**
   * What is known of the certificates below the anchor.
   *
   * @param partner whose anchor it is
   * @param path leaf first, the anchor last
   * @param at the time of receipt; of evidence on a desk without one, that of signing
   */
  Verdict judge(PartnerId partner, List<X509Certificate> path, Instant at);

  /** No lists are agreed on: nothing counts as revoked, and the checks made say so. */
  static Revocation none() {
    return (_, _, _) -> new Verdict.Unchecked();
  }
}
