package org.entente.indicator.lookup;

import java.util.List;
import org.entente.stix.observable.ObservableKey;

/// Under which keys an object version is found, and when what it says is valid.
///
/// @param observables what it is or speaks of, each once
/// @param validFrom microseconds since 1970
/// @param validUntil the first microsecond it is not valid any more
public record Indexed(
    List<ObservableKey> observables,
    List<IndexEntry> entries,
    long validFrom,
    long validUntil,
    boolean revoked) {
  /// Found by no key.
  public static final Indexed NOWHERE = new Indexed(List.of(), List.of(), 0, 0, false);

  public Indexed {
    observables = List.copyOf(observables);
    entries = List.copyOf(entries);
  }
}
