package org.entente.agreement;

import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the parties agreed on, complete and without contradiction: everything {@code exchange.yaml}
 * says, and the certificates it refers to. Immutable; maps keep the order of the file.
 *
 * @param digest hexadecimal SHA-256 of the file and all it refers to: equal digests are equal
 *     agreements, however and wherever they are stored
 * @param title of the exchange in TAXII's discovery
 * @param legalBasis on what ground data is exchanged, where nobody has one of its own
 * @param parties by id
 * @param collections by the short name they have in the file
 */
public record Agreement(
    String digest,
    String title,
    Optional<String> legalBasis,
    Map<String, Party> parties,
    Map<String, Collection> collections) {

  /** Copies the maps. */
  public Agreement {
    parties = Ordered.copy(parties);
    collections = Ordered.copy(collections);
  }

  /** These authorities, and those that issue any party's TLS client certificates. */
  public Anchors tls(Set<X509Certificate> others) {
    var anchors = new LinkedHashSet<>(others);
    parties.values().forEach(party -> anchors.addAll(party.tls().certificates()));
    return new Anchors(anchors);
  }

  /**
   * One direction between parties.
   *
   * @param audience ids of parties, or URNs of parties, agencies and roles
   */
  public record Collection(
      UUID id,
      Optional<String> alias,
      String title,
      Optional<String> description,
      String producer,
      Set<String> audience,
      Optional<String> legalBasis) {

    /** Copies the set. */
    public Collection {
      audience = Ordered.copy(audience);
    }
  }
}
