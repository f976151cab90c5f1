package org.entente.revocation.source;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.entente.revocation.Authority;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.Terms;
import org.entente.revocation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Lists of revoked certificates of several parties, each followed as was agreed with it; what is
 * agreed may change. One party's lists say nothing of another's certificates, and what is wrong
 * with them touches nobody else. Thread-safe.
 */
public final class PartyLists implements AutoCloseable {

  private final Timing timing;
  private final Function<String, Follower.Listener> listeners;
  private final Clock clock;
  private final RandomGenerator random;
  private final Fetch fetch;
  private volatile Map<String, Optional<Followed>> parties = Map.of();
  private @Nullable ListRounds rounds;

  /** What is agreed with one party. */
  public record Agreed(List<Source> sources, Terms terms) {

    /** Copies the list. */
    public Agreed {
      sources = List.copyOf(sources);
    }
  }

  /**
   * How this installation looks after lists.
   *
   * @param interval between two rounds
   * @param timeout longest time a source may take for its whole answer
   * @param folder where good lists are kept for a start while their sources are away
   */
  public record Timing(Duration interval, Duration timeout, Optional<Path> folder) {}

  private record Followed(Agreed agreed, RevocationLists lists) {

    static Followed of(Agreed agreed) {
      List<X509Certificate> authorities = agreed.sources().stream().map(Source::authority).toList();
      return new Followed(agreed, new RevocationLists(authorities, agreed.terms()));
    }

    /** As is agreed now; of a source that was agreed on before, what it has brought stays. */
    Followed under(Agreed now) {
      if (now.equals(agreed)) {
        return this;
      }
      Followed next = of(now);
      agreed.sources().stream()
          .filter(now.sources()::contains)
          .forEach(same -> next.lists.keep(Authority.of(same.authority()), lists));
      return next;
    }
  }

  /**
   * Nothing is agreed with anybody yet.
   *
   * @param listeners who is told what becomes of a party's lists, by its name
   */
  public PartyLists(
      Timing timing,
      Function<String, Follower.Listener> listeners,
      Clock clock,
      RandomGenerator random) {
    this.timing = timing;
    this.listeners = listeners;
    this.clock = clock;
    this.random = random;
    this.fetch = new Fetch(timing.timeout());
  }

  /**
   * Goes by this from now on, and returns when every source has answered or failed once. The lists
   * of sources that were agreed on before stay, so that an authority can come or go beside another;
   * below the others nothing is good until their lists are there.
   *
   * @param agreed by party; empty for one whose certificates nobody looks up
   */
  public synchronized void agree(Map<String, Optional<Agreed>> agreed) {
    var before = parties;
    var next = new TreeMap<String, Optional<Followed>>();
    agreed.forEach((whose, each) -> next.put(whose, each.map(one -> kept(before, whose, one))));
    parties = Collections.unmodifiableMap(next);
    endRounds();
    rounds = new ListRounds(followers(next), timing.interval(), random);
    rounds.begin();
  }

  private static Followed kept(
      Map<String, Optional<Followed>> before, String whose, Agreed agreed) {
    return before
        .getOrDefault(whose, Optional.empty())
        .map(known -> known.under(agreed))
        .orElseGet(() -> Followed.of(agreed));
  }

  private List<ListRounds.Party> followers(Map<String, Optional<Followed>> next) {
    var followers = new ArrayList<ListRounds.Party>();
    next.forEach(
        (whose, each) -> each.ifPresent(followed -> followers.add(follower(whose, followed))));
    return followers;
  }

  private ListRounds.Party follower(String whose, Followed followed) {
    var kept = timing.folder().map(folder -> new KeptLists(folder.resolve(whose)));
    var sources = followed.agreed().sources();
    return new ListRounds.Party(
        new Follower(sources, followed.lists(), fetch, kept, clock), listeners.apply(whose));
  }

  /**
   * What is known of this path's certificates. Of a party with which nothing was agreed, not even
   * that nobody looks, nothing is known and nothing passes.
   *
   * @param path leaf first, the anchor last
   */
  public Verdict judge(String whose, List<X509Certificate> path, Instant at) {
    Optional<Followed> found = parties.get(whose);
    if (found == null) {
      return new Verdict.Unavailable(Authority.of(path.getLast()));
    }
    return found.map(known -> known.lists().judge(path, at)).orElseGet(Verdict.Unchecked::new);
  }

  /** The lists that are followed, by whose they are. */
  public Map<String, RevocationLists> followed() {
    var lists = new TreeMap<String, RevocationLists>();
    parties.forEach((whose, each) -> each.ifPresent(known -> lists.put(whose, known.lists())));
    return lists;
  }

  /** Whose certificates count until they expire. */
  public Set<String> unchecked() {
    var nobody = new TreeSet<String>();
    parties.forEach((whose, each) -> {
      if (each.isEmpty()) {
        nobody.add(whose);
      }
    });
    return nobody;
  }

  private void endRounds() {
    if (rounds != null) {
      rounds.close();
    }
  }

  /** Ends all rounds. */
  @Override
  public synchronized void close() {
    fetch.close();
    endRounds();
  }
}
