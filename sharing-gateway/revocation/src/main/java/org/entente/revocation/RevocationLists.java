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

  /** One list is read at a time in this process, whoever sends long ones. */
  private static final Object READING = new Object();

  private record Had(RevocationList list, String bytes, Instant fetched) {}

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
    String digest = Digests.base64Url(bytes);
    Had before = lists.get(authority);
    RevocationList list =
        before != null && before.bytes.equals(digest)
            ? before.list // Most of the time nothing has changed.
            : read(bytes, certificate);
    if (list.thisUpdate().isAfter(fetched.plus(SKEW))) {
      throw new ListRejected(Fault.UNDATED, "it is from the future");
    }
    Had next = new Had(list, digest, fetched);
    Had now = lists.compute(authority, (_, held) -> held == null ? next : newer(held, next));
    return before != null && before.list.name().equals(now.list.name())
        ? Optional.empty()
        : Optional.of(list);
  }

  /** Goes on with what another one holds of this authority, as of when it was had. */
  public void keep(Authority authority, RevocationLists other) {
    Had had = other.lists.get(authority);
    if (had != null && authorities.containsKey(authority)) {
      lists.putIfAbsent(authority, had);
    }
  }

  private static RevocationList read(byte[] bytes, X509Certificate authority) {
    synchronized (READING) {
      return RevocationList.read(bytes, authority);
    }
  }

  private static Had newer(Had held, Had next) {
    if (held.list.name().equals(next.list.name())) {
      return new Had(
          held.list, next.bytes, next.fetched.isAfter(held.fetched) ? next.fetched : held.fetched);
    }
    if (next.list.isOlderThan(held.list)) {
      throw new ListRejected(
          Fault.OLDER, "it is older than the one that is held, " + held.list.name());
    }
    return next;
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

  /** How it stands with the list of one of them. */
  public Standing standing(Authority authority) {
    return new Standing(
        authority,
        Optional.ofNullable(lists.get(authority))
            .map(
                had -> new Standing.Held(had.list, had.fetched, terms.end(had.list, had.fetched))));
  }
}
