package org.entente.indicator.collection;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.indicator.refusal.Refusal.AuthzCollection;
import org.entente.indicator.refusal.Refusal.CollectionUnknown;

/// The configured collections, seen by one partner at a time. Immutable.
@Singleton
public final class Collections {
  private final List<Collection> all;
  private final Map<String, String> partnerOfIdentity;

  Collections(ExchangeConfig config) {
    all =
        config.collections().values().stream()
            .map(Collections::collection)
            .sorted(Comparator.comparing(Collection::title).thenComparing(Collection::id))
            .toList();
    requireOwnNames(all);
    Map<String, String> owners = new HashMap<>();
    config
        .partners()
        .forEach((partner, settings) ->
            settings.identities().orElse(Set.of()).forEach(id -> owners.put(id, partner)));
    partnerOfIdentity = Map.copyOf(owners);
  }

  private static Collection collection(ExchangeConfig.CollectionConfig config) {
    return new Collection(
        config.id(),
        config.alias(),
        config.title(),
        config.description().orElse(""),
        config.producer(),
        config.audience());
  }

  /// A name that stands for two collections would show one of them to the audience of the other.
  private static void requireOwnNames(List<Collection> all) {
    Set<String> names = new HashSet<>();
    for (Collection collection : all) {
      Stream.concat(Stream.of(collection.id().toString()), collection.alias().stream())
          .filter(name -> !names.add(name))
          .findFirst()
          .ifPresent(name -> {
            throw new IllegalStateException("two collections are called " + name);
          });
    }
  }

  /// All collections, in a constant order.
  public List<Collection> all() {
    return all;
  }

  /// Those the partner may know of, in a constant order.
  public List<Collection> visibleTo(String partner) {
    return all.stream().filter(collection -> collection.visibleTo(partner)).toList();
  }

  /// One that the partner may know of.
  ///
  /// @param name its id or alias
  /// @throws CollectionUnknown when there is none, or none for this partner
  public Collection visible(String name, String partner) {
    return all.stream()
        .filter(collection -> collection.isNamed(name))
        .filter(collection -> collection.visibleTo(partner))
        .findFirst()
        .orElseThrow(() -> new CollectionUnknown("no such collection"));
  }

  /// One that the partner may add objects to. Its producer has signed the id, so an alias, which
  /// may mean another collection tomorrow, does not do.
  ///
  /// @throws CollectionUnknown when the partner may not know of it
  /// @throws AuthzCollection when the partner may only read it
  public Collection writable(String id, String partner) {
    Collection collection = visible(id, partner);
    if (!collection.id().toString().equals(id)) {
      throw new CollectionUnknown("objects are added to a collection by its id, not by its alias");
    }
    if (!collection.writableBy(partner)) {
      throw new AuthzCollection("can_write is false");
    }
    return collection;
  }

  /// One that the partner may read.
  ///
  /// @throws CollectionUnknown when the partner may not know of it
  /// @throws AuthzCollection when the partner may only write it
  public Collection readable(String name, String partner) {
    Collection collection = visible(name, partner);
    if (!collection.readableBy(partner)) {
      throw new AuthzCollection("can_read is false");
    }
    return collection;
  }

  /// The configured collection of that id, whoever asks; for work that goes on without a caller.
  public Optional<Collection> find(UUID id) {
    return all.stream().filter(collection -> collection.id().equals(id)).findFirst();
  }

  /// Which partner a STIX identity is registered to.
  public Optional<String> partnerOf(String identity) {
    return Optional.ofNullable(partnerOfIdentity.get(identity));
  }
}
