package org.entente.indicator.lookup;

import java.util.List;
import java.util.UUID;

/// From where somebody looks.
///
/// @param audience the reader, as in release rows
/// @param collections the collections it may read
record Place(String audience, List<UUID> collections) {
  Place {
    collections = List.copyOf(collections);
  }
}
