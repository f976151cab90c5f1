package org.entente.audit.revocation;

import java.security.cert.X509Certificate;
import org.entente.agreement.Party;
import org.entente.revocation.Terms;
import org.entente.revocation.source.PartyLists.Agreed;
import org.entente.revocation.source.Source;

/** Where lists come from: of a party as was agreed, of the services as is configured. */
final class AgreedSources {

  static Agreed of(Party.Revocation revocation) {
    return new Agreed(
        revocation.sources().stream().map(AgreedSources::source).toList(),
        new Terms(revocation.maxAge(), revocation.grace()));
  }

  private static Source source(Party.Revocation.Source source) {
    X509Certificate authority = source.authority().certificates().iterator().next();
    return switch (source) {
      case Party.Revocation.Source.At at -> new Source(authority, new Source.Place.At(at.url()));
      case Party.Revocation.Source.In in -> new Source(authority, new Source.Place.In(in.file()));
    };
  }

  static Agreed of(RevocationConfig.Lists lists) {
    return new Agreed(
        lists.sources().stream()
            .map(source -> Source.configured(source.authority(), source.url(), source.file()))
            .toList(),
        new Terms(lists.maxAge(), lists.grace()));
  }

  private AgreedSources() {}
}
