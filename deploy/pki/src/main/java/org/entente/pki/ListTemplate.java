package org.entente.pki;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a list of revoked certificates (RFC 5280 section 5) is to say. Start from {@link #number},
 * which gives what the exchange accepts, and change one thing to get what it must refuse.
 *
 * @param number the CRL number; none: no such extension
 * @param from {@code thisUpdate} relative to the authority's clock
 * @param to {@code nextUpdate} relative to it; none: no such field
 * @param revoked certificates revoked an hour ago
 * @param oddities what no list for the exchange may have
 */
public record ListTemplate(
    Optional<Long> number,
    Duration from,
    Optional<Duration> to,
    List<X509Certificate> revoked,
    Set<Oddity> oddities) {

  /** Why a careful reader refuses a list. */
  public enum Oddity {
    /** Says only what changed since another list. */
    DELTA,
    /** Speaks of other authorities' certificates. */
    INDIRECT,
    /** Speaks of authorities' certificates only. */
    PARTIAL,
    /** Has a critical extension that nobody knows. */
    UNKNOWN_CRITICAL,
    /** Has an entry with such an extension. */
    UNKNOWN_CRITICAL_ENTRY
  }

  public ListTemplate {
    revoked = List.copyOf(revoked);
    oddities = Set.copyOf(oddities);
  }

  /** A list without entries, one minute old and good for a day. */
  public static ListTemplate number(long number) {
    return new ListTemplate(
        Optional.of(number),
        Duration.ofMinutes(-1),
        Optional.of(Duration.ofDays(1)),
        List.of(),
        Set.of());
  }

  /** The same with this certificate on it. */
  public ListTemplate revoking(X509Certificate certificate) {
    var more = new ArrayList<>(revoked);
    more.add(certificate);
    return new ListTemplate(number, from, to, more, oddities);
  }

  /** The same from and to these offsets from the moment of issue. */
  public ListTemplate withValidity(Duration other, Duration end) {
    return new ListTemplate(number, other, Optional.of(end), revoked, oddities);
  }

  /** The same without an end. */
  public ListTemplate endless() {
    return new ListTemplate(number, from, Optional.empty(), revoked, oddities);
  }

  /** The same without a number. */
  public ListTemplate unnumbered() {
    return new ListTemplate(Optional.empty(), from, to, revoked, oddities);
  }

  /** The same with one oddity. */
  public ListTemplate with(Oddity oddity) {
    return new ListTemplate(number, from, to, revoked, Set.of(oddity));
  }
}
