package org.entente.indicator.collection;

import java.util.Optional;
import java.util.UUID;
import org.entente.indicator.party.Audience;
import org.entente.stix.release.Reader;

/// One direction between parties: one producer, its audience.
///
/// @param alias another name for the id in URLs (TAXII 2.1 §5.2.1)
public record Collection(
    UUID id,
    Optional<String> alias,
    String title,
    String description,
    String producer,
    Audience audience) {
  public Collection {
    if (id.version() != 4) {
      throw new IllegalArgumentException(
          "a collection id is a version 4 UUID (TAXII 2.1 §2): " + id);
    }
  }

  /// Whether a URL may call it so.
  public boolean isNamed(String name) {
    return id.toString().equals(name) || alias.filter(name::equals).isPresent();
  }

  /// Whether people at this place may add objects: all of the producer's may.
  public boolean writableBy(Reader reader) {
    return producer.equals(reader.place().partner());
  }

  /// Whether people at this place may read what was released to it.
  public boolean readableBy(Reader reader) {
    return audience.includes(reader);
  }

  /// Whether people at this place may know that the collection exists.
  public boolean visibleTo(Reader reader) {
    return writableBy(reader) || readableBy(reader);
  }
}
