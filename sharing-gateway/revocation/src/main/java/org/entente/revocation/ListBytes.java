package org.entente.revocation;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import org.entente.revocation.ListRejected.Fault;

/** Bytes become a list, by the platform's parser. */
final class ListBytes {

  static X509CRL parse(byte[] bytes) {
    if (bytes.length > RevocationList.MOST_BYTES) {
      throw new ListRejected(
          Fault.UNREADABLE, "it is longer than " + RevocationList.MOST_BYTES + " bytes");
    }
    try {
      var in = new ByteArrayInputStream(bytes);
      if (CertificateFactory.getInstance("X.509").generateCRL(in) instanceof X509CRL list) {
        return list;
      }
    } catch (CRLException | CertificateException e) {
      throw unreadable(e);
    } catch (RuntimeException e) { // Parsers of hostile bytes do not only throw what they declare.
      throw unreadable(e);
    }
    throw new ListRejected(Fault.UNREADABLE, "it is no list");
  }

  private static ListRejected unreadable(Exception e) {
    return new ListRejected(Fault.UNREADABLE, "it cannot be read: " + e.getMessage());
  }

  private ListBytes() {}
}
