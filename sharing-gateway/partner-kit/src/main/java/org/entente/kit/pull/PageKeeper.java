package org.entente.kit.pull;

import java.util.List;
import org.entente.kit.client.ExchangeClient.Page;
import org.entente.kit.stix.StixSlice;

/// Somewhere pages are kept. What it has kept counts only when the place behind it is saved.
public interface PageKeeper {

  /// Called once, before the first page of a reading that has kept nothing yet. [FileMismatch] when
  /// something else is there already.
  void begin();

  /// Called once, before the first page of a reading that goes on: drops what was kept behind this
  /// place, by a run that was interrupted before it could save its own.
  void resume(Progress place);

  /// Keeps a page; durably, when this returns.
  ///
  /// @param before how far the reading had come before this page
  void keep(Progress before, Page page, List<StixSlice> objects);

  /// Length of the file of lines in bytes; as it was, for those that have none.
  default long lineBytes(Progress before) {
    return before.lineBytes();
  }
}
