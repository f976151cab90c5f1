package org.entente.indicator.party;

import java.util.List;
import java.util.Set;
import org.entente.stix.marking.Recipient;
import org.entente.stix.release.Reader;

/// Whom a collection reaches.
///
/// @param named as configured: partners, agencies, roles
/// @param readers every place that is reached thereby, in a constant order
public record Audience(Set<Recipient> named, List<Reader> readers) {
  public Audience {
    named = Set.copyOf(named);
    readers = List.copyOf(readers);
  }

  /// Whether this place is one of them.
  public boolean includes(Reader reader) {
    return readers.contains(reader);
  }
}
