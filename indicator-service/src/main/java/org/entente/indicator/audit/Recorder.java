package org.entente.indicator.audit;

import jakarta.inject.Singleton;

/// Writes an access entry down and returns once the log holds it. Thread-safe; blocks.
@Singleton
public final class Recorder {
  private final AccessRecords records;
  private final AccessLog log;

  Recorder(AccessRecords records, AccessLog log) {
    this.records = records;
    this.log = log;
  }

  /// Records one access.
  ///
  /// @return the receipt of its first part
  /// @throws AuditUnavailable when the log did not confirm every part
  public Receipt record(AccessEntry entry) {
    return log.append(records.write(entry)).getFirst();
  }
}
