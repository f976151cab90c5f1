package org.entente.indicator.collection;

import org.entente.indicator.call.Call;

/// What a caller may do in a collection: what its party may, as far as its access token goes.
///
/// @param read TAXII's `can_read`
/// @param write TAXII's `can_write`
public record Rights(boolean read, boolean write) {
  /// Scope of an access token that may read.
  public static final String READING = "taxii.read";

  /// Scope of an access token that may add objects.
  public static final String WRITING = "taxii.write";

  /// The rights of the caller.
  public static Rights of(Collection collection, Call call) {
    return new Rights(
        collection.readableBy(call.reader()) && call.allows(READING),
        collection.writableBy(call.reader()) && call.allows(WRITING));
  }

  /// What TAXII 2.1 §5.7 fixes for a deletion with these rights.
  public Deletion deletion() {
    if (read && write) {
      return Deletion.PROCEED;
    }
    return read || write ? Deletion.FORBIDDEN : Deletion.NOT_FOUND;
  }

  /// Answers to a deletion, before anything is looked at.
  public enum Deletion {
    /// 404
    NOT_FOUND,
    /// 403
    FORBIDDEN,
    /// Both rights are there.
    PROCEED
  }
}
