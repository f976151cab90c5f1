package org.entente.audit.administration;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.entente.audit.record.LogEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the log what is due, in small steps: each looks at what the log itself says last, so
 * that a step that failed, or another replica's, is never told twice. Owned by one thread.
 */
final class Chronicle {

  private static final Logger LOG = Logger.getLogger(Chronicle.class);

  private final LogEvents events;
  private final PostgresHistory history;
  private final Supplier<Rules> rules;
  private final Duration heartbeat;
  private final Clock clock;
  private long told;
  private @Nullable Rules toldRules;
  private long nextHeartbeatMs;

  Chronicle(
      LogEvents events,
      PostgresHistory history,
      Supplier<Rules> rules,
      Duration heartbeat,
      Clock clock) {
    this.events = events;
    this.history = history;
    this.rules = rules;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /**
   * Records what is due, if this replica leads.
   *
   * @throws org.entente.audit.refusal.Refusal when something could not be recorded: it stays due
   */
  void step() {
    var epoch = events.epoch();
    if (epoch == 0) {
      return;
    }
    if (epoch != told) {
      begin(epoch);
      told = epoch;
    } else {
      tellRules();
    }
    if (clock.millis() >= nextHeartbeatMs) {
      beat();
    }
  }

  private void begin(long epoch) {
    var database = history.database();
    tellRestore(database);
    tellPutBack(database);
    tellTerm(epoch, database);
    toldRules = null;
    tellRules();
    nextHeartbeatMs =
        history
            .latest(LogEvent.HEARTBEAT)
            .map(last -> last.timeMs() + heartbeat.toMillis())
            .orElse(0L);
  }

  private void tellRestore(String database) {
    var was = history.led();
    if (!was.isEmpty() && !was.equals(database)) {
      var members = new LinkedHashMap<String, Object>();
      members.put("size", history.size());
      members.put("database", database);
      members.put("before", was);
      events.recordOfTerm(LogEvent.RESTORE, members);
    }
  }

  /** Entries from a mirror are the log's own; that and when they came from there, all may know. */
  private void tellPutBack(String database) {
    for (var back : history.putBack()) {
      var members = new LinkedHashMap<String, Object>();
      members.put("database", database);
      members.put("first_index", back.first());
      members.put("end_index", back.end());
      history.told(back, events.record(LogEvent.RESTORE, back.told(), members));
    }
  }

  private void tellTerm(long epoch, String database) {
    var last = history.latest(LogEvent.START, LogEvent.TAKEOVER, LogEvent.STOP);
    if (last.filter(event -> event.epoch() == epoch && event.event() != LogEvent.STOP).isEmpty()) {
      var orderly = last.map(event -> event.event() == LogEvent.STOP).orElse(true);
      var members = standing(epoch);
      members.put("database", database);
      events.recordOfTerm(orderly ? LogEvent.START : LogEvent.TAKEOVER, members);
    }
  }

  /** The parties may agree on something else at any time. */
  private void tellRules() {
    var now = rules.get();
    if (now.equals(toldRules)) {
      return;
    }
    var keys = new LinkedHashMap<String, Object>();
    keys.put("sha256", now.keys());
    tellChange(LogEvent.KEY_CHANGE, now.keys(), keys);
    var policy = new LinkedHashMap<String, Object>();
    policy.put("sha256", now.policy());
    policy.put("agreement", now.agreement());
    tellChange(LogEvent.POLICY_CHANGE, now.policy(), policy);
    toldRules = now;
  }

  private void tellChange(LogEvent change, String sha256, SequencedMap<String, Object> members) {
    var same = history.latest(change).filter(last -> last.sha256().equals(sha256));
    if (same.isEmpty()) {
      events.recordOfTerm(change, members);
    }
  }

  private void beat() {
    events.recordOfTerm(LogEvent.HEARTBEAT, standing(told));
    nextHeartbeatMs = clock.millis() + heartbeat.toMillis();
  }

  /** Says that what follows was meant to end, if this replica leads. */
  void stop() {
    var epoch = events.epoch();
    if (epoch != 0) {
      var index = events.recordOfTerm(LogEvent.STOP, standing(epoch));
      LOG.infof("the stop is entry %d", index);
    }
  }

  private SequencedMap<String, Object> standing(long epoch) {
    var members = new LinkedHashMap<String, Object>();
    members.put("size", history.size());
    members.put("epoch", epoch);
    return members;
  }
}
