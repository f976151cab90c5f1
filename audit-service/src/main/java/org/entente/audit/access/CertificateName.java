package org.entente.audit.access;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;

/** What a certificate claims to be; says nothing about who issued it. */
final class CertificateName {

  private static final int URI = 6;
  private static final String OURS = "urn:entente:";
  private static final Pattern SERVICE = Pattern.compile(Peer.Service.URN + "([a-z][a-z0-9-]*)");
  private static final Pattern CLIENT =
      Pattern.compile("urn:entente:client:([a-z][a-z0-9-]{1,31}):([A-Za-z0-9._-]{1,64})");

  private CertificateName() {}

  /** Exactly one name of ours, of a service or a client; otherwise it names nobody. */
  static Peer of(X509Certificate leaf) {
    var names = uris(leaf).stream().filter(uri -> uri.startsWith(OURS)).toList();
    if (names.size() != 1) {
      return new Peer.Unknown();
    }
    var service = SERVICE.matcher(names.getFirst());
    if (service.matches()) {
      return new Peer.Service(service.group(1));
    }
    var client = CLIENT.matcher(names.getFirst());
    return client.matches()
        ? new Peer.Client(client.group(1), client.group(2))
        : new Peer.Unknown();
  }

  private static List<String> uris(X509Certificate leaf) {
    try {
      var names = leaf.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> Integer.valueOf(URI).equals(name.getFirst()))
              .map(name -> String.valueOf(name.getLast()))
              .toList();
    } catch (CertificateParsingException _) {
      return List.of(); // a name that cannot be read names nobody
    }
  }
}
