package org.entente.indicator.collection;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.indicator.party.Parties;
import org.entente.indicator.refusal.Refusal.AuthzCollection;
import org.entente.indicator.refusal.Refusal.CollectionUnknown;
import org.entente.stix.release.Reader;

/// The agreed collections, seen from one place at a time. Thread-safe.
@Singleton
public final class Collections {
  private final Parties parties;
  private final Supplier<List<Collection>> all;

  Collections(InForce agreements, Parties parties) {
    this.parties = parties;
    this.all = agreements.derive(this::collections);
  }

  private List<Collection> collections(Agreement agreement) {
    return agreement.collections().values().stream()
        .map(this::collection)
        .sorted(Comparator.comparing(Collection::title).thenComparing(Collection::id))
        .toList();
  }

  private Collection collection(Agreement.Collection agreed) {
    return new Collection(
        agreed.id(),
        agreed.alias(),
        agreed.title(),
        agreed.description().orElse(""),
        agreed.producer(),
        parties.audience(agreed.audience()));
  }

  /// All collections, in a constant order.
  public List<Collection> all() {
    return all.get();
  }

  /// Those the reader may know of, in a constant order.
  public List<Collection> visibleTo(Reader reader) {
    return all.get().stream().filter(collection -> collection.visibleTo(reader)).toList();
  }

  /// The ids of those the reader may read.
  public List<UUID> readableBy(Reader reader) {
    return all.get().stream()
        .filter(collection -> collection.readableBy(reader))
        .map(Collection::id)
        .toList();
  }

  /// One that the reader may know of.
  ///
  /// @param name its id or alias
  /// @throws CollectionUnknown when there is none, or none for this reader
  public Collection visible(String name, Reader reader) {
    return all.get().stream()
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

  /// The agreed collection of that id, whoever asks; for work that goes on without a caller.
  public Optional<Collection> find(UUID id) {
    return all.get().stream().filter(collection -> collection.id().equals(id)).findFirst();
  }
}
