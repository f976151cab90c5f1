package org.entente.audit.console;

import java.util.Arrays;
import java.util.Optional;
import org.entente.audit.record.LogEvent;
import org.entente.audit.search.Hit;

/** Something that became of the log, and the entry that says so. */
public record Event(LogEvent what, Hit hit) {

  /** The event an entry tells of, if it does. */
  static Optional<Event> of(Hit hit) {
    return Arrays.stream(LogEvent.values())
        .filter(event -> event.operation().equals(hit.operation()))
        .findFirst()
        .map(event -> new Event(event, hit));
  }
}
