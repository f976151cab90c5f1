package org.entente.audit.administration;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.LogEventWriter;
import org.entente.audit.sequencer.AppendResult;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.AppendResult.Conflict;
import org.entente.audit.sequencer.Appending;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.SequencerState.Leading;
import org.entente.audit.visibility.Readership;

/** Records what becomes of the log, in the log. Thread-safe. */
@Singleton
public final class LogEvents {

  private final Appending appending;
  private final Readership readership;
  private final LogEventWriter writer;
  private final Supplier<UUID> uids;
  private final Clock clock;

  public LogEvents(
      Appending appending, Readership readership, LogKeys keys, Supplier<UUID> uids, Clock clock) {
    this.appending = appending;
    this.readership = readership;
    this.writer = new LogEventWriter(keys.origin());
    this.uids = uids;
    this.clock = clock;
  }

  /**
   * Returns when the record is durable.
   *
   * @param exchange numbers and texts, as the contract names them; nothing personal
   * @return its index
   * @throws org.entente.audit.refusal.Refusal when it is not: then what it tells of must not happen
   */
  public long record(LogEvent event, SequencedMap<String, Object> exchange) {
    return record(event, new Told(uids.get(), clock.millis()), exchange);
  }

  /**
   * What makes a record one and the same, however often it is tried.
   *
   * @param uid its key
   * @param timeMs when what it tells of happened, milliseconds since the epoch
   */
  public record Told(UUID uid, long timeMs) {}

  /**
   * Returns when the record is durable; tried again with the same, it is the same entry.
   *
   * @param exchange as above, the same each time
   * @return its index
   * @throws org.entente.audit.refusal.Refusal when it is not
   */
  public long record(LogEvent event, Told told, SequencedMap<String, Object> exchange) {
    return index(event, appending.append(entry(event, told, exchange)));
  }

  /**
   * Likewise what the leader says of its own term: if another leads by now, that is not to be said.
   *
   * @throws org.entente.audit.refusal.Refusal when it is not recorded, or this replica does not
   *     lead
   */
  long recordOfTerm(LogEvent event, SequencedMap<String, Object> exchange) {
    var told = new Told(uids.get(), clock.millis());
    return index(event, appending.appendHere(entry(event, told, exchange)));
  }

  private List<NewEntry> entry(LogEvent event, Told told, SequencedMap<String, Object> exchange) {
    var body = writer.write(told.uid(), told.timeMs(), event, exchange);
    return List.of(NewEntry.parse(body, readership));
  }

  private static long index(LogEvent event, List<AppendResult> results) {
    return switch (results.getFirst()) {
      case Appended appended -> {
        EventCounts.count(event);
        yield appended.index();
      }
      case Conflict conflict -> throw new IllegalStateException("not unique: " + conflict.uid());
    };
  }

  /** The term in which this replica leads, or 0: then it has nothing to tell. */
  public long epoch() {
    return appending.state() instanceof Leading(var epoch) ? epoch : 0;
  }
}
