package org.entente.indicator.paging;

import java.util.UUID;

/// Whose listing of what a cursor belongs to; nowhere else is it worth anything.
///
/// @param audience who the rows were released to
/// @param object id of the one object that is listed, empty text for a whole collection
public record Place(String audience, UUID collection, Listing listing, String object) {
  /// A listing of a whole collection.
  public static Place of(String audience, UUID collection, Listing listing) {
    return new Place(audience, collection, listing, "");
  }

  /// Unambiguous: no part but the last can hold a line break.
  String text() {
    return audience + "\n" + collection + "\n" + listing + "\n" + object;
  }
}
