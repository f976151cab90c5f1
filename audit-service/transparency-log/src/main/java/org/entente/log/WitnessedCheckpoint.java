package org.entente.log;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A checkpoint that its log signed, and who else has seen it.
///
/// @param cosigned when each witness says it saw it first, by the name the policy gives it
/// @param witnessed whether these make up the policy's quorum
public record WitnessedCheckpoint(
    Checkpoint checkpoint, SortedMap<String, Instant> cosigned, boolean witnessed) {

  /// Copies the map.
  public WitnessedCheckpoint {
    cosigned = Collections.unmodifiableSortedMap(new TreeMap<>(cosigned));
  }
}
