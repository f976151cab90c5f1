package org.entente.agreement;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.Party.Revocation;
import org.entente.agreement.Party.Revocation.Source;
import org.entente.agreement.Party.Signing;

/**
 * What a party's lists of revoked certificates must be. Whoever is below an authority without a
 * list is refused, so that one is missing must be told before, not by the first request.
 */
final class RevocationRules {

  private final String pointer;
  private final String id;
  private final Party party;
  private final Revocation agreed;
  private final Faults faults;
  private final Set<X509Certificate> anchors;
  private final Set<X509Certificate> listed;

  RevocationRules(String id, Party party, Revocation agreed, Faults faults) {
    this.pointer = "/parties/" + id + "/revocation";
    this.id = id;
    this.party = party;
    this.agreed = agreed;
    this.faults = faults;
    this.anchors =
        Stream.concat(Stream.of(party.tls()), party.signing().stream().map(Signing::anchors))
            .flatMap(each -> each.certificates().stream())
            .collect(Collectors.toSet());
    this.listed =
        agreed.sources().stream()
            .flatMap(source -> source.authority().certificates().stream())
            .collect(Collectors.toSet());
  }

  void check() {
    if (agreed.maxAge().isZero()) {
      faults.add(pointer + "/max-age", "no list would ever count");
    }
    if (party.tls().certificates().isEmpty()
        || party.signing().stream().anyMatch(s -> s.anchors().certificates().isEmpty())) {
      return; // What could not be read has been told already.
    }
    var seen = new HashSet<X509Certificate>();
    List<Source> sources = agreed.sources();
    for (int i = 0; i < sources.size(); i++) {
      checkAuthority(pointer + "/sources/" + i + "/authority", sources.get(i).authority(), seen);
    }
    for (X509Certificate anchor : anchors) {
      if (!listed.contains(anchor)) {
        faults.add(
            pointer + "/sources",
            "there is no list of "
                + anchor.getSubjectX500Principal()
                + ": nothing below it counts");
      }
    }
  }

  private void checkAuthority(String at, Anchors authority, Set<X509Certificate> seen) {
    if (authority.certificates().size() > 1) {
      faults.add(at, "holds several certificates; a list is one authority's");
    }
    for (X509Certificate certificate : authority.certificates()) {
      if (!seen.add(certificate)) {
        faults.add(at, "has a list already");
      } else if (!anchors.contains(certificate) && !isBelow(certificate)) {
        faults.add(at, "is no anchor of " + id + " for TLS or signing, and below none");
      }
    }
  }

  /** Whether an anchor, or another authority that has a list, has issued it. */
  private boolean isBelow(X509Certificate certificate) {
    return Stream.concat(anchors.stream(), listed.stream())
        .anyMatch(issuer -> !issuer.equals(certificate) && issued(issuer, certificate));
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
