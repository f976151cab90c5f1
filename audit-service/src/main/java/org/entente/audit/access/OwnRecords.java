package org.entente.audit.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.audit.disclosure.DisclosureRejected;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Answer;
import org.entente.audit.record.Call;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.record.RecordWriter;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.AppendResult.Conflict;
import org.entente.audit.sequencer.Appending;
import org.entente.audit.sequencer.LogUnavailable;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.visibility.Readership;

/** Records what happens at this service itself, in its own log, before anything is answered. */
@Singleton
final class OwnRecords {

  private final Appending appending;
  private final Readership readership;
  private final RecordWriter writer;
  private final Supplier<UUID> uids;
  private final Clock clock;

  OwnRecords(
      Appending appending,
      Readership readership,
      RecordWriter writer,
      Supplier<UUID> uids,
      Clock clock) {
    this.appending = appending;
    this.readership = readership;
    this.writer = writer;
    this.uids = uids;
    this.clock = clock;
  }

  /**
   * Returns when the record is durable.
   *
   * @throws LogUnavailable or {@code LogBusy} when it is not: then nothing may be answered but that
   */
  Appended append(Actor actor, Call call, Answer answer) {
    var body = writer.write(uids.get(), clock.millis(), actor, call, answer);
    try {
      return switch (appending.append(List.of(NewEntry.parse(body, readership))).getFirst()) {
        case Appended appended -> appended;
        case Conflict _ ->
            throw new LogUnavailable("this access cannot be recorded: its key is not new");
      };
    } catch (RecordRejected | DisclosureRejected e) {
      throw new LogUnavailable("this access cannot be recorded: " + e.detail());
    }
  }
}
