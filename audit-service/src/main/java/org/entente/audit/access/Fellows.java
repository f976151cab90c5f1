package org.entente.audit.access;

import jakarta.inject.Singleton;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The other replicas of this service, by the name they share. They hold the log's keys and write
 * its database, so they are believed. Thread-safe.
 */
@Singleton
public final class Fellows {

  private static final Peer OURSELVES = new Peer.Service("audit-service");
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

  private final Peers peers;

  Fellows(Peers peers) {
    this.peers = peers;
  }

  /**
   * Whether this is the certificate of this service, which may be a TLS server.
   *
   * @param chain as sent, leaf first
   */
  public boolean serve(List<X509Certificate> chain) {
    try {
      var usages = chain.getFirst().getExtendedKeyUsage();
      return usages != null
          && usages.contains(SERVER_AUTH)
          && peers.recognise(chain).equals(OURSELVES);
    } catch (CertificateParsingException _) {
      return false;
    }
  }

  /**
   * Lets only them pass.
   *
   * @throws CallerUnknown when it is anybody else
   */
  void require(Peer peer) {
    if (!peer.equals(OURSELVES)) {
      throw new CallerUnknown(peer, "not the certificate of a fellow replica");
    }
  }
}
