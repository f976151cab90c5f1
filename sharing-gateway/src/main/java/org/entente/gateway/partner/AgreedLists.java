package org.entente.gateway.partner;

import java.util.List;
import org.entente.revocation.Terms;
import org.entente.revocation.source.Source;

/** The lists of revoked certificates that were agreed on for one partner. */
public record AgreedLists(List<Source> sources, Terms terms) {

  /** Copies the list. */
  public AgreedLists {
    sources = List.copyOf(sources);
  }

  static AgreedLists of(RevocationConfig config) {
    List<Source> sources =
        config.sources().stream()
            .map(source -> Source.configured(source.authority(), source.url(), source.file()))
            .toList();
    return new AgreedLists(sources, new Terms(config.maxAge(), config.grace()));
  }
}
