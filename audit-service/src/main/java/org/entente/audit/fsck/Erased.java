package org.entente.audit.fsck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.audit.fsck.Chunk.Personal;
import org.entente.audit.record.PersonalRow;
import org.entente.audit.record.RecordedErasure;

/**
 * Whether personal fields are stored that the log says are erased, as in a copy from before. Each
 * record that says so is named once in a pass, and no entry: which ones are one person's would
 * stand in the log for ever. Used by one thread.
 */
final class Erased {

  private final List<RecordedErasure> known = new ArrayList<>();
  private final Set<Long> named = new HashSet<>();
  private long last = -1;

  /** Behind which index it knows of none. */
  long last() {
    return last;
  }

  /** Learns of those that follow; forgets what is about entries before this one. */
  void learn(List<RecordedErasure> more, long from) {
    more.forEach(this::learn);
    known.removeIf(erasure -> erasure.end() <= from);
  }

  /** Of everything that was due, the last one says it all. */
  private void learn(RecordedErasure erasure) {
    if (erasure.due()) {
      known.removeIf(before -> before.due() && before.end() <= erasure.end());
    }
    known.add(erasure);
    last = erasure.index();
  }

  /** The records that are not true of these rows, by index of the entry. */
  List<Finding> of(Map<Long, Personal> personal) {
    var untrue = new TreeSet<Long>();
    personal.forEach((index, kept) -> {
      var mark = known.isEmpty() ? "" : new PersonalRow(index, kept.disclosures()).mark();
      known.stream()
          .filter(erasure -> !named.contains(erasure.index()) && erasure.covers(index, mark))
          .forEach(erasure -> untrue.add(erasure.index()));
    });
    named.addAll(untrue);
    return untrue.stream()
        .map(index ->
            Finding.derived(
                Finding.entry(index), "says that personal fields are erased which are stored"))
        .toList();
  }
}
