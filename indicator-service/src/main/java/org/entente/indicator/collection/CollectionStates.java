package org.entente.indicator.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.entente.agreement.Agreement;
import org.entente.indicator.store.StoreUnavailable;

/// The states of the configured collections.
@Singleton
public class CollectionStates implements PanacheRepositoryBase<CollectionState, UUID> {
  private final Collections collections;

  CollectionStates(Collections collections) {
    this.collections = collections;
  }

  /// Locks a collection until the transaction ends: one admission at a time, so that date_added
  /// rises in commit order and no poller misses a late one.
  ///
  /// @throws StoreUnavailable when PostgreSQL cannot be reached
  public CollectionState lock(UUID id) {
    try {
      return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
          .orElseThrow(
              () -> new IllegalStateException("collection " + id + " was never registered"));
    } catch (PersistenceException e) {
      throw new StoreUnavailable(e);
    }
  }

  @Transactional
  void register(@Observes StartupEvent started) {
    collections.all().forEach(collection -> register(collection.id(), collection.producer()));
  }

  /// Before anything can be submitted to it.
  @Transactional
  void register(@Observes Agreement coming) {
    coming
        .collections()
        .values()
        .forEach(collection -> register(collection.id(), collection.producer()));
  }

  /// Who produces in a collection is part of its identity: another producer is another collection.
  private void register(UUID id, String producer) {
    getEntityManager()
        .createNativeQuery(
            """
            INSERT INTO collection (id, producer, last_date_added)
            VALUES (:id, :producer, 0) ON CONFLICT (id) DO NOTHING
            """)
        .setParameter("id", id)
        .setParameter("producer", producer)
        .executeUpdate();
    String stored = findById(id).producer();
    if (!stored.equals(producer)) {
      throw new IllegalStateException(
          "collection %s belongs to %s; configure a new id for %s".formatted(id, stored, producer));
    }
  }
}
