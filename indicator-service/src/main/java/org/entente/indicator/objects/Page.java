package org.entente.indicator.objects;

import java.util.List;

/// A run of released rows, oldest first.
///
/// @param more whether something follows for this audience
record Page<R>(List<R> rows, boolean more) {
  Page {
    rows = List.copyOf(rows);
    if (more && rows.isEmpty()) {
      throw new IllegalArgumentException("a page that leads nowhere");
    }
  }
}
