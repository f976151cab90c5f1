package org.entente.indicator.lookup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.observable.Guess;
import org.entente.stix.observable.Note;

/// What an asked value was taken for.
sealed interface Reading {

  /// It may be one of these.
  ///
  /// @param guesses at least one, likeliest first, no key twice
  record Understood(String asked, List<Guess> guesses, Set<Note> notes) implements Reading {
    public Understood {
      guesses = List.copyOf(guesses);
      notes = Set.copyOf(notes);
    }
  }

  /// It is nothing that can be looked up.
  ///
  /// @param asked empty when it must not be repeated
  /// @param code stable
  /// @param secret whether it is a private key or seed phrase
  record Refused(Optional<String> asked, String code, String detail, boolean secret)
      implements Reading {}
}
