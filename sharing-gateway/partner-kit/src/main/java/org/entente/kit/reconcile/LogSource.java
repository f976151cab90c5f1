package org.entente.kit.reconcile;

import java.util.List;
import java.util.Optional;
import org.entente.kit.journal.JournalReading.Journal;

/// Where the log's entries come from.
public interface LogSource {

  /// What is there about the journal's client since the journal began, as far as it can be told.
  Seen entries(Journal journal);

  /// Entries, in the order of the log.
  ///
  /// @param size of the log they were found in, where that is known
  record Seen(List<LogEntry> entries, Optional<Long> size) {
    public Seen {
      entries = List.copyOf(entries);
    }
  }

  /// What can be asked about an entry that is not among them.
  Proofs proofs();
}
