package org.entente.indicator.collection;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One direction between parties: one producer, its audience.
///
/// @param alias another name for the id in URLs (TAXII 2.1 §5.2.1)
public record Collection(
    UUID id,
    Optional<String> alias,
    String title,
    String description,
    String producer,
    Set<String> audience) {
  public Collection {
    audience = Set.copyOf(audience);
    if (id.version() != 4) {
      throw new IllegalArgumentException(
          "a collection id is a version 4 UUID (TAXII 2.1 §2): " + id);
    }
    if (audience.contains(producer)) {
      throw new IllegalArgumentException("a producer is not its own audience: " + producer);
    }
  }

  /// Whether a URL may call it so.
  public boolean isNamed(String name) {
    return id.toString().equals(name) || alias.filter(name::equals).isPresent();
  }

  /// Whether the partner may add objects.
  public boolean writableBy(String partner) {
    return producer.equals(partner);
  }

  /// Whether the partner may read what was released to it.
  public boolean readableBy(String partner) {
    return audience.contains(partner);
  }

  /// Whether the partner may know that the collection exists.
  public boolean visibleTo(String partner) {
    return writableBy(partner) || readableBy(partner);
  }
}
