package org.entente.kit.evidence;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.Revocation;
import org.entente.revocation.Authority;
import org.entente.revocation.ListName;
import org.entente.revocation.ListRejected;
import org.entente.revocation.RevocationList;
import org.entente.revocation.Verdict;

/**
 * Lists of revoked certificates as they lie on a desk, PEM or DER. A certificate counts as revoked
 * from the date its authority's newest list states; a list that ended before the time in question
 * says nothing of it.
 *
 * @param files of each partner; nothing is looked up for one without any
 */
record DeskLists(Map<PartnerId, List<byte[]>> files) implements Revocation {

  /** Copies the map. */
  DeskLists {
    files = Map.copyOf(files);
  }

  @Override
  public Verdict judge(PartnerId partner, List<X509Certificate> path, Instant at) {
    List<byte[]> own = files.getOrDefault(partner, List.of());
    if (own.isEmpty()) {
      return new Verdict.Unchecked();
    }
    List<ListName> used = new ArrayList<>();
    for (int i = 0; i + 1 < path.size(); i++) {
      X509Certificate authority = path.get(i + 1);
      Optional<RevocationList> newest = newest(own, authority);
      BigInteger serial = path.get(i).getSerialNumber();
      Optional<Instant> since =
          newest.flatMap(list -> list.revokedSince(serial)).filter(date -> !date.isAfter(at));
      if (since.isPresent()) {
        return new Verdict.Revoked(newest.orElseThrow().name(), since.get());
      }
      if (newest.isEmpty() || newest.get().nextUpdate().isBefore(at)) {
        return new Verdict.Unavailable(Authority.of(authority));
      }
      used.add(newest.get().name());
    }
    return new Verdict.Good(used);
  }

  private static Optional<RevocationList> newest(List<byte[]> files, X509Certificate authority) {
    return files.stream()
        .flatMap(file -> read(file, authority).stream())
        .max(
            Comparator.comparing(RevocationList::thisUpdate)
                .thenComparing(list -> list.name().number().orElse(BigInteger.ZERO)));
  }

  /** A list of another authority is none of this one's. */
  private static Optional<RevocationList> read(byte[] file, X509Certificate authority) {
    try {
      return Optional.of(RevocationList.read(file, authority));
    } catch (ListRejected e) {
      return Optional.empty();
    }
  }
}
