package org.entente.stix.observable;

import java.util.List;
import java.util.Set;

/// What a pasted value may be.
///
/// @param guesses at least one, likeliest first
/// @param notes what to know about the value
public record Identified(List<Guess> guesses, Set<Note> notes) {

  public Identified {
    guesses = List.copyOf(guesses);
    notes = Set.copyOf(notes);
  }

  /// The keys to look for, without repetition, likeliest first.
  public List<ObservableKey> keys() {
    return guesses.stream().map(Guess::key).distinct().toList();
  }
}
