package org.entente.audit.access;

import jakarta.inject.Singleton;
import java.util.List;
import org.entente.audit.disclosure.DisclosureRejected;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.AppendResult.Conflict;
import org.entente.audit.sequencer.Appending;
import org.entente.audit.sequencer.LogUnavailable;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.visibility.Readership;

/** Appends this service's own records, those of requests from outside within their share. */
@Singleton
final class OwnAppends {

  private final Appending appending;
  private final Readership readership;
  private final OutsideShare share;

  OwnAppends(Appending appending, Readership readership, OutsideShare share) {
    this.appending = appending;
    this.readership = readership;
    this.share = share;
  }

  /**
   * Returns when the record is durable; the same bytes again are one entry.
   *
   * @param whose request it is of, as far as the certificate tells
   * @throws LogUnavailable or {@code LogBusy} when it is not: then nothing may be answered but that
   */
  Appended append(Peer whose, byte[] record) {
    try {
      var entries = List.of(NewEntry.parse(record, readership));
      return switch (share.within(whose, () -> appending.append(entries)).getFirst()) {
        case Appended appended -> appended;
        case Conflict _ ->
            throw new LogUnavailable("this access cannot be recorded: its key is not new");
      };
    } catch (RecordRejected | DisclosureRejected e) {
      throw new LogUnavailable("this access cannot be recorded: " + e.detail());
    }
  }
}
