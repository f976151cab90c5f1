package org.entente.gateway.partner;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.gateway.partner.RevocationConfig.SourceConfig;
import org.entente.revocation.Terms;
import org.entente.revocation.source.Source;

/** The lists of revoked certificates that were agreed on for one partner. */
public record AgreedLists(List<Source> sources, Terms terms) {

  /** Copies the list. */
  public AgreedLists {
    sources = List.copyOf(sources);
  }

  static AgreedLists of(RevocationConfig config) {
    List<Source> sources = config.sources().stream().map(AgreedLists::source).toList();
    return new AgreedLists(sources, new Terms(config.maxAge(), config.grace()));
  }

  private static Source source(SourceConfig config) {
    Set<X509Certificate> authority = PemCertificates.in(config.authority());
    if (authority.size() != 1) {
      throw new IllegalArgumentException(config.authority() + " must hold one authority");
    }
    Optional<Source.Place> address = config.url().map(Source.Place.At::new);
    Optional<Source.Place> file = config.file().map(Source.Place.In::new);
    if (address.isPresent() == file.isPresent()) {
      throw new IllegalArgumentException("A list has a url or a file, and not both");
    }
    return new Source(authority.iterator().next(), address.or(() -> file).orElseThrow());
  }
}
