package org.entente.audit.visibility;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.entente.audit.record.AccessRecord;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Outcome;

/**
 * Whose auditors may read a record: whoever acted, whoever was given something, and of what was let
 * in about a collection
 *
 * <ul>
 *   <li>its producer, who sees who read: only its own objects can be named there;
 *   <li>its audience, what the producer did: those records name only what all of it was given.
 * </ul>
 *
 * What becomes of the log itself is everybody's. Everything else is nobody's but the joint
 * auditors': readers do not see each other, what was refused or failed may name or measure
 * anything, and an operation that is not listed here, or a collection that is not configured,
 * cannot be told. Thread-safe.
 */
public final class Readership {

  /** What readers do with one collection. Not look-ups: they answer out of several. */
  private static final Set<String> READS =
      Set.of(
          "taxii.getCollection",
          "taxii.getObjects",
          "taxii.getObject",
          "taxii.getManifest",
          "taxii.getVersions",
          "release.getWithdrawals",
          "evidence.get");

  /** What a producer does to all readers of a collection at once. */
  private static final Set<String> ACTS =
      Set.of(
          "taxii.addObjects",
          "taxii.addObjects.outcome",
          "taxii.deleteObject",
          "taxii.deleteObject.outcome",
          "release.act",
          "release.act.outcome");

  private final Supplier<Shared> shared;

  /**
   * Who shares what.
   *
   * @param parties all there are: what becomes of the log concerns each of them
   */
  public record Shared(Set<String> parties, Map<String, SharedCollection> collections) {

    /** Copies both. */
    public Shared {
      parties = Set.copyOf(parties);
      collections = Map.copyOf(collections);
    }

    /** Collections by their id. */
    public Shared(Set<String> parties, Collection<SharedCollection> collections) {
      this(
          parties,
          collections.stream()
              .collect(Collectors.toUnmodifiableMap(SharedCollection::id, Function.identity())));
    }
  }

  /** By what is shared when it is asked. */
  public Readership(Supplier<Shared> shared) {
    this.shared = shared;
  }

  /** By what never changes. */
  public Readership(Set<String> parties, Collection<SharedCollection> collections) {
    var fixed = new Shared(parties, collections);
    this.shared = () -> fixed;
  }

  /** The parties that may read this record; none is possible. */
  public Set<String> of(AccessRecord access) {
    var now = shared.get();
    if (access.isOfTheLog()) {
      return now.parties();
    }
    var parties = new TreeSet<>(Set.of(Actor.UNKNOWN));
    parties.add(access.party());
    access.recipient().ifPresent(parties::add);
    if (access.outcome() == Outcome.ALLOWED) {
      access
          .collection()
          .map(now.collections()::get)
          .ifPresent(c -> parties.addAll(within(c, access)));
    }
    parties.remove(Actor.UNKNOWN);
    return Set.copyOf(parties);
  }

  private static Set<String> within(SharedCollection collection, AccessRecord access) {
    if (READS.contains(access.operation())) {
      return Set.of(collection.producer());
    }
    var byProducer = access.party().equals(collection.producer());
    // A recipient is told what nobody else need know.
    return byProducer && access.recipient().isEmpty() && ACTS.contains(access.operation())
        ? collection.audience()
        : Set.of();
  }
}
