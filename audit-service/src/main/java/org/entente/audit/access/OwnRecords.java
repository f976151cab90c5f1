package org.entente.audit.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Answer;
import org.entente.audit.record.Call;
import org.entente.audit.record.CountedRefusals;
import org.entente.audit.record.RecordWriter;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.LogUnavailable;

/** Records what happens at this service itself, in its own log, before anything is answered. */
@Singleton
final class OwnRecords {

  private final OwnAppends appends;
  private final RecordWriter writer;
  private final Supplier<UUID> uids;
  private final Clock clock;

  OwnRecords(OwnAppends appends, RecordWriter writer, Supplier<UUID> uids, Clock clock) {
    this.appends = appends;
    this.writer = writer;
    this.uids = uids;
    this.clock = clock;
  }

  /**
   * Returns when the record is durable.
   *
   * @param whose request it is, as far as the certificate tells
   * @throws LogUnavailable or {@code LogBusy} when it is not: then nothing may be answered but that
   */
  Appended append(Peer whose, Actor actor, Call call, Answer answer) {
    return append(whose, writer.write(uids.get(), clock.millis(), actor, call, answer));
  }

  /** The same for a record that is written already: again, if need be. */
  Appended append(Peer whose, byte[] record) {
    return appends.append(whose, record);
  }

  /** Many refusals as one record, to be appended. */
  byte[] write(Actor actor, CountedRefusals counted) {
    return writer.write(uids.get(), actor, counted);
  }
}
