package org.entente.audit.revocation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.Terms;
import org.entente.revocation.Verdict;
import org.entente.revocation.source.Source;

/**
 * The lists of revoked certificates, by whose they are: a partner's id, or {@link #SERVICES}.
 * Nobody's lists touch anybody else's certificates. Thread-safe.
 */
@Singleton
public final class Revocations {

  /**
   * Stands for the exchange's own authority. No partner is called that: ids begin with a letter.
   */
  public static final String SERVICES = "-";

  private final Map<String, Followed> followed = new TreeMap<>();
  private final Set<String> unchecked = new TreeSet<>();

  /** The lists of one party, and where they come from. */
  record Followed(RevocationLists lists, List<Source> sources) {}

  @Inject
  Revocations(RevocationConfig config) {
    config.partners().forEach((id, partner) -> follow(id, partner.revocation()));
    follow(SERVICES, config.serviceRevocation());
  }

  private void follow(String whose, Optional<RevocationConfig.Lists> config) {
    if (config.isEmpty()) {
      unchecked.add(whose);
      return;
    }
    var terms = new Terms(config.get().maxAge(), config.get().grace());
    var sources =
        config.get().sources().stream()
            .map(source -> Source.configured(source.authority(), source.url(), source.file()))
            .toList();
    List<X509Certificate> authorities = sources.stream().map(Source::authority).toList();
    followed.put(whose, new Followed(new RevocationLists(authorities, terms), sources));
  }

  /**
   * What is known of this path's certificates.
   *
   * @param whose a partner's id, or {@link #SERVICES}
   * @param path leaf first, the anchor last
   */
  public Verdict judge(String whose, List<X509Certificate> path, Instant at) {
    return Optional.ofNullable(followed.get(whose))
        .map(found -> found.lists().judge(path, at))
        .orElseGet(Verdict.Unchecked::new);
  }

  Map<String, Followed> followed() {
    return followed;
  }

  /** Whose certificates count until they expire. */
  Set<String> unchecked() {
    return unchecked;
  }
}
