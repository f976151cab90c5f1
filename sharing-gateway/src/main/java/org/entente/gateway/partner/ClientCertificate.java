package org.entente.gateway.partner;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The partner and client a TLS certificate names: {@code urn:entente:client:<partner>:<client>}.
 */
public record ClientCertificate(String partner, String client) {

  private static final int URI = 6;
  private static final Pattern FORM =
      Pattern.compile("urn:entente:client:([a-z][a-z0-9-]{1,31}):([A-Za-z0-9._-]{1,64})");

  /** What the certificate claims; empty when it names no client or several. */
  static Optional<ClientCertificate> claimedBy(X509Certificate leaf) {
    List<ClientCertificate> named = new ArrayList<>();
    for (String uri : uris(leaf)) {
      Matcher match = FORM.matcher(uri);
      if (match.matches()) {
        named.add(new ClientCertificate(match.group(1), match.group(2)));
      }
    }
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private static List<String> uris(X509Certificate leaf) {
    try {
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> Integer.valueOf(URI).equals(name.get(0)))
              .map(name -> String.valueOf(name.get(1)))
              .toList();
    } catch (CertificateParsingException e) {
      return List.of(); // A name that cannot be read names nobody.
    }
  }
}
