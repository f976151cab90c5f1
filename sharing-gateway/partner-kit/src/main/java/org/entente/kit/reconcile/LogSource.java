package org.entente.kit.reconcile;

import java.util.List;
import org.entente.kit.journal.JournalReading.Journal;

/// Where the log's entries come from.
public interface LogSource {

  /// The entries about the journal's client since the journal began, as far as they can be told.
  List<LogEntry> entries(Journal journal);

  /// What can be asked about an entry that is not among them.
  Proofs proofs();
}
