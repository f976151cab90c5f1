package org.entente.indicator.lookup;

import java.util.UUID;
import org.entente.indicator.bytes.Slice;

/// An object version that was released to the reader and speaks of a key.
///
/// @param probe number of the key
/// @param dateAdded when it was released to this reader, microseconds since 1970
record Hit(
    int probe,
    Entry entry,
    UUID collection,
    long dateAdded,
    Validity validity,
    Reactions reactions,
    Slice bytes) {

  /// What the object is.
  ///
  /// @param version as this reader is shown it
  record Entry(long objectVersion, String id, String type, String version, String producer) {}

  /// How and when it speaks of the key.
  record Validity(Standing standing, int group, long from, long until, boolean revoked) {}

  /// What others say of it, as far as the reader sees that.
  record Reactions(int sightings, int opposed) {}
}
