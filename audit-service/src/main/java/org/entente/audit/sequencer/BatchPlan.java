package org.entente.audit.sequencer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.AppendResult.Conflict;
import org.entente.log.LeafHash;

/**
 * The decision about one batch, before anything is written: which entries are new and get the next
 * indices, which were appended before, which contradict what was.
 *
 * @param fresh to be inserted from the head's size on, in this order
 * @param results one for each entry of the batch, in order
 */
record BatchPlan(List<NewEntry> fresh, List<AppendResult> results) {

  /** Where a key's entry stands. */
  record Place(long index, LeafHash leaf) {}

  BatchPlan {
    fresh = List.copyOf(fresh);
    results = List.copyOf(results);
  }

  /**
   * Decides. One key has one index for ever (invariant I4), also when it comes twice in one batch.
   *
   * @param known the keys of this batch that the store has
   * @param size of the log, so the index of the first fresh entry
   */
  static BatchPlan of(List<NewEntry> batch, Map<UUID, Place> known, long size) {
    var places = new HashMap<>(known);
    var fresh = new ArrayList<NewEntry>();
    var results = new ArrayList<AppendResult>();
    for (var entry : batch) {
      var place = new Place(size + fresh.size(), entry.leaf());
      var earlier = places.putIfAbsent(entry.content().uid(), place);
      if (earlier == null) {
        fresh.add(entry);
        results.add(new Appended(place.index(), place.leaf(), false));
      } else {
        results.add(repeated(entry, earlier));
      }
    }
    return new BatchPlan(fresh, results);
  }

  /** Equal leaf hashes are equal bytes. */
  private static AppendResult repeated(NewEntry entry, Place earlier) {
    return earlier.leaf().equals(entry.leaf())
        ? new Appended(earlier.index(), earlier.leaf(), true)
        : new Conflict(entry.content().uid());
  }
}
