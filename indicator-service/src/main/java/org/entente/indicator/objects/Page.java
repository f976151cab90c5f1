package org.entente.indicator.objects;

import java.util.List;

/// A run of released objects, oldest first.
///
/// @param more whether something follows for this partner
record Page(List<Released> objects, boolean more) {
  Page {
    objects = List.copyOf(objects);
    if (more && objects.isEmpty()) {
      throw new IllegalArgumentException("a page that leads nowhere");
    }
  }
}
