package org.entente.indicator.objects;

import java.util.List;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.bytes.Slice;

/// Some of the objects released to one partner, in the order of their date_added.
///
/// @param more whether others follow
record Page(List<Item> items, boolean more) {
  Page {
    items = List.copyOf(items);
  }

  /// One object, its bytes as its producer wrote them.
  ///
  /// @param dateAdded microseconds since 1970
  record Item(long dateAdded, Resource resource, Slice bytes) {}
}
