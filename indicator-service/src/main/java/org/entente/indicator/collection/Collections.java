package org.entente.indicator.collection;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.indicator.party.Parties;
import org.entente.indicator.refusal.Refusal.AuthzCollection;
import org.entente.indicator.refusal.Refusal.CollectionUnknown;
import org.entente.stix.release.Reader;

/// The configured collections, seen from one place at a time. Immutable.
@Singleton
public final class Collections {
  private final List<Collection> all;

  Collections(ExchangeConfig config, Parties parties) {
    all =
        config.collections().values().stream()
            .map(collection -> collection(collection, parties))
            .sorted(Comparator.comparing(Collection::title).thenComparing(Collection::id))
            .toList();
    requireOwnNames(all);
  }

  private static Collection collection(ExchangeConfig.CollectionConfig config, Parties parties) {
    if (!parties.knows(config.producer())) {
      throw new IllegalStateException("a collection's producer is nobody: " + config.producer());
    }
    return new Collection(
        config.id(),
        config.alias(),
        config.title(),
        config.description().orElse(""),
        config.producer(),
        parties.audience(config.audience()));
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

  /// Those the reader may know of, in a constant order.
  public List<Collection> visibleTo(Reader reader) {
    return all.stream().filter(collection -> collection.visibleTo(reader)).toList();
  }

  /// One that the reader may know of.
  ///
  /// @param name its id or alias
  /// @throws CollectionUnknown when there is none, or none for this reader
  public Collection visible(String name, Reader reader) {
    return all.stream()
        .filter(collection -> collection.isNamed(name))
        .filter(collection -> collection.visibleTo(reader))
        .findFirst()
        .orElseThrow(() -> new CollectionUnknown("no such collection"));
  }

  /// One that the reader may add objects to. Its producer has signed the id, so an alias, which may
  /// mean another collection tomorrow, does not do.
  ///
  /// @throws CollectionUnknown when the reader may not know of it
  /// @throws AuthzCollection when the reader may only read it
  public Collection writable(String id, Reader reader) {
    Collection collection = visible(id, reader);
    if (!collection.id().toString().equals(id)) {
      throw new CollectionUnknown("objects are added to a collection by its id, not by its alias");
    }
    if (!collection.writableBy(reader)) {
      throw new AuthzCollection("can_write is false");
    }
    return collection;
  }

  /// One that the reader may read.
  ///
  /// @throws CollectionUnknown when the reader may not know of it
  /// @throws AuthzCollection when the reader may only write it
  public Collection readable(String name, Reader reader) {
    Collection collection = visible(name, reader);
    if (!collection.readableBy(reader)) {
      throw new AuthzCollection("can_read is false");
    }
    return collection;
  }

  /// The configured collection of that id, whoever asks; for work that goes on without a caller.
  public Optional<Collection> find(UUID id) {
    return all.stream().filter(collection -> collection.id().equals(id)).findFirst();
  }
}
