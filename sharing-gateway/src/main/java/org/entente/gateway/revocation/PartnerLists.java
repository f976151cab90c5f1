package org.entente.gateway.revocation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.gateway.partner.AgreedLists;
import org.entente.gateway.partner.Partners;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.Revocation;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.Verdict;
import org.entente.revocation.source.Source;

/**
 * Each partner's lists of revoked certificates. One partner's lists say nothing of another's
 * certificates, and what is wrong with them touches nobody else. Thread-safe.
 */
@Singleton
class PartnerLists implements Revocation {

  private final Map<String, RevocationLists> lists = new HashMap<>();
  private final Map<String, AgreedLists> agreed;
  private final Set<String> unchecked;

  @Inject
  PartnerLists(Partners partners) {
    this.agreed = partners.agreedLists();
    agreed.forEach(
        (id, each) -> lists.put(id, new RevocationLists(authorities(each), each.terms())));
    this.unchecked = new TreeSet<>(partners.ids());
    unchecked.removeAll(agreed.keySet());
  }

  private static List<X509Certificate> authorities(AgreedLists agreed) {
    return agreed.sources().stream().map(Source::authority).toList();
  }

  @Override
  public Verdict judge(PartnerId partner, List<X509Certificate> path, Instant at) {
    return Optional.ofNullable(lists.get(partner.value()))
        .map(found -> found.judge(path, at))
        .orElseGet(Verdict.Unchecked::new);
  }

  /** The lists by partner. */
  Map<String, RevocationLists> byPartner() {
    return lists;
  }

  /** Where they come from. */
  List<Source> sources(String partner) {
    return Optional.ofNullable(agreed.get(partner)).map(AgreedLists::sources).orElse(List.of());
  }

  /** Partners without any lists: their certificates count until they expire. */
  Set<String> unchecked() {
    return unchecked;
  }
}
