package org.entente.revocation;

import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.revocation.ListRejected.Fault;

/**
 * One complete list of one authority's revoked certificates, whose signature held. Immutable.
 *
 * @param revoked since when, by serial number
 */
public record RevocationList(
    ListName name, Instant thisUpdate, Instant nextUpdate, Map<BigInteger, Instant> revoked) {

  /**
   * Longest list, in bytes: about twenty-five thousand entries. Reading one takes twenty times its
   * size for a moment, and a party's own authority chooses it.
   */
  public static final int MOST_BYTES = 1 << 20;

  /** Copies the map. */
  public RevocationList {
    revoked = Map.copyOf(revoked);
  }

  /**
   * Reads a list and checks that it is whole and this authority's own.
   *
   * @param bytes PEM or DER
   * @throws ListRejected when it cannot be used
   */
  public static RevocationList read(byte[] bytes, X509Certificate authority) {
    X509CRL list = ListBytes.parse(bytes);
    ListRules.check(list, authority);
    if (list.getNextUpdate() == null) {
      throw new ListRejected(Fault.UNDATED, "it does not say when the next one comes");
    }
    return new RevocationList(
        new ListName(Digests.base64Url(encoded(list)), ListRules.number(list)),
        list.getThisUpdate().toInstant(),
        list.getNextUpdate().toInstant(),
        entries(list));
  }

  /** Since when this certificate of the list's authority is revoked, if it is. */
  public Optional<Instant> revokedSince(BigInteger serial) {
    return Optional.ofNullable(revoked.get(serial));
  }

  /** Whether this one must not take the other's place: numbers and dates only go up. */
  boolean isOlderThan(RevocationList held) {
    if (thisUpdate.isBefore(held.thisUpdate)) {
      return true;
    }
    // RFC 5280 section 5.2.3: two lists never have the same number.
    return held.name.number().isPresent()
        && name.number().map(n -> n.compareTo(held.name.number().get()) <= 0).orElse(true);
  }

  private static Map<BigInteger, Instant> entries(X509CRL list) {
    Map<BigInteger, Instant> entries = new HashMap<>();
    Set<? extends X509CRLEntry> revoked = list.getRevokedCertificates();
    if (revoked != null) {
      for (X509CRLEntry entry : revoked) {
        ListRules.check(entry);
        entries.put(entry.getSerialNumber(), entry.getRevocationDate().toInstant());
      }
    }
    return entries;
  }

  private static byte[] encoded(X509CRL list) {
    try {
      return list.getEncoded();
    } catch (CRLException e) {
      throw new IllegalStateException("a list that was parsed can be encoded", e);
    }
  }
}
