package org.entente.stix.observable;

import java.util.List;
import java.util.Set;

/// The keys of one value.
///
/// @param keys none when the value names nothing alone; several when its chain is open
/// @param notes what to know about it
public record Observed(List<ObservableKey> keys, Set<Note> notes) {

  public Observed {
    keys = List.copyOf(keys);
    notes = Set.copyOf(notes);
  }

  static Observed of(ObservableKey key, Note... notes) {
    return new Observed(List.of(key), Set.of(notes));
  }
}
