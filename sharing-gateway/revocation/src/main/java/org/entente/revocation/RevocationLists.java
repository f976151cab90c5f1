package org.entente.revocation;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.revocation.ListRejected.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The last good list of each authority of one party. A list is only ever replaced by a newer one.
 * Nothing is fetched here. Thread-safe.
 */
public final class RevocationLists {

  /** Clocks may differ by this much. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Map<Authority, X509Certificate> authorities = new HashMap<>();
  private final Terms terms;
  private final Map<Authority, Had> lists = new ConcurrentHashMap<>();

  private record Had(RevocationList list, Instant fetched) {}

  /** Lists of these authorities only. */
  public RevocationLists(Collection<X509Certificate> authorities, Terms terms) {
    authorities.forEach(each -> this.authorities.put(Authority.of(each), each));
    this.terms = terms;
  }

  /**
   * Takes what its source says is this authority's list.
   *
   * @param fetched when it was had
   * @return the list when it is another than before, empty when it is the same
   * @throws ListRejected when it cannot be used; what was held stays
   */
  public Optional<RevocationList> offer(Authority authority, byte[] bytes, Instant fetched) {
    X509Certificate certificate = authorities.get(authority);
    if (certificate == null) {
      throw new IllegalArgumentException(authority + " is none of this party's authorities");
    }
    RevocationList list = RevocationList.read(bytes, certificate);
    if (list.thisUpdate().isAfter(fetched.plus(SKEW))) {
      throw new ListRejected(Fault.UNDATED, "it is from the future");
    }
    Had before = lists.get(authority);
    Had now = lists.compute(authority, (_, held) -> newer(held, list, fetched));
    return before != null && before.list.name().equals(now.list.name())
        ? Optional.empty()
        : Optional.of(list);
  }

  private static Had newer(@Nullable Had held, RevocationList list, Instant fetched) {
    if (held == null) {
      return new Had(list, fetched);
    }
    if (held.list.name().equals(list.name())) {
      return new Had(held.list, fetched.isAfter(held.fetched) ? fetched : held.fetched);
    }
    if (list.isOlderThan(held.list)) {
      throw new ListRejected(
          Fault.OLDER, "it is older than the one that is held, " + held.list.name());
    }
    return new Had(list, fetched);
  }

  /**
   * What the lists say of this path at this moment.
   *
   * @param path leaf first, the anchor last: of that itself no list is asked
   */
  public Verdict judge(List<X509Certificate> path, Instant at) {
    List<ListName> used = new ArrayList<>();
    Optional<Authority> missing = Optional.empty();
    for (int i = 0; i + 1 < path.size(); i++) {
      Standing standing = standing(Authority.of(path.get(i + 1)));
      if (standing.held().isPresent()) {
        RevocationList list = standing.held().get().list();
        Optional<Instant> since = list.revokedSince(path.get(i).getSerialNumber());
        if (since.isPresent()) {
          return new Verdict.Revoked(list.name(), since.get());
        }
        used.add(list.name());
      }
      missing = standing.counts(at) ? missing : Optional.of(standing.authority());
    }
    return missing.<Verdict>map(Verdict.Unavailable::new).orElseGet(() -> new Verdict.Good(used));
  }

  /** How it stands with each authority's list. */
  public List<Standing> standings() {
    return authorities.keySet().stream().map(this::standing).toList();
  }

  private Standing standing(Authority authority) {
    return new Standing(
        authority,
        Optional.ofNullable(lists.get(authority))
            .map(
                had -> new Standing.Held(had.list, had.fetched, terms.end(had.list, had.fetched))));
  }
}
