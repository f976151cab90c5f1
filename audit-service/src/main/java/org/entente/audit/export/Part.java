package org.entente.audit.export;

import java.util.List;
import java.util.Optional;

/**
 * Which entries one export has.
 *
 * @param filtered whether anything but a range of indices was asked for
 * @param indices in order
 * @param next {@code before} of the export that continues this one, towards older entries
 */
record Part(boolean filtered, List<Long> indices, Optional<Long> next) {

  Part {
    indices = List.copyOf(indices);
  }

  /** Of what was found. */
  static Part of(boolean filtered, List<Long> newestFirst, int most) {
    var more = newestFirst.size() > most;
    var indices = (more ? newestFirst.subList(0, most) : newestFirst).reversed();
    return new Part(filtered, indices, more ? Optional.of(indices.getFirst()) : Optional.empty());
  }

  /** Whether no index is left out between the first and the last one. */
  boolean contiguous() {
    return indices.isEmpty() || indices.getLast() - indices.getFirst() + 1 == indices.size();
  }
}
