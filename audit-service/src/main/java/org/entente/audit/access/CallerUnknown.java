package org.entente.audit.access;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The certificate does not belong to anybody this path is for, or does not count any more. */
public final class CallerUnknown extends Refusal {

  /**
   * @param otherwise what to say when the certificate itself is good
   */
  CallerUnknown(Peer peer, String otherwise) {
    super(code(peer), detail(peer, otherwise));
  }

  private static RefusalCode code(Peer peer) {
    return switch (peer) {
      case Peer.Revoked _ -> RefusalCode.CERT_REVOKED;
      case Peer.Unconfirmed _ -> RefusalCode.REVOCATION_UNAVAILABLE;
      case Peer.Service _, Peer.Client _, Peer.Unknown _ -> RefusalCode.CALLER_UNKNOWN;
    };
  }

  private static String detail(Peer peer, String otherwise) {
    return switch (peer) {
      case Peer.Revoked _ -> "use the certificate that replaced this one";
      case Peer.Unconfirmed _ -> "there is no fresh list of its authority's revoked certificates";
      case Peer.Service _, Peer.Client _, Peer.Unknown _ -> otherwise;
    };
  }
}
