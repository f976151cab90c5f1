package org.entente.audit.fsck;

import org.entente.audit.record.AccessRecord;

/** What an entry is searched by. */
record Columns(long timeMs, String party, String operation, String outcome, String code) {

  static Columns of(AccessRecord content) {
    return new Columns(
        content.timeMs(),
        content.party(),
        content.operation(),
        content.outcome().word(),
        content.code());
  }
}
