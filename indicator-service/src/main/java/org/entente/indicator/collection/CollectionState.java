package org.entente.indicator.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/// The one row of a collection's state.
@Entity
@Table(name = "collection")
public class CollectionState {
  @Id private UUID id = new UUID(0, 0);

  private String producer = "";

  @Column(name = "last_date_added")
  private long lastDateAdded;

  /// For the persistence provider.
  protected CollectionState() {}

  String producer() {
    return producer;
  }

  /// The highest date_added ever given in this collection, in microseconds since 1970.
  public long lastDateAdded() {
    return lastDateAdded;
  }

  /// Moves on; never back.
  public void advanceTo(long micros) {
    lastDateAdded = Math.max(lastDateAdded, micros);
  }

  UUID id() {
    return id;
  }
}
