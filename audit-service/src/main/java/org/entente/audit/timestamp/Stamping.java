package org.entente.audit.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.timestamp.ProvenTime;
import org.entente.timestamp.TimeStampRejected;
import org.entente.timestamp.TimeStampRejected.Reason;
import org.entente.timestamp.TimeStampReply;
import org.entente.timestamp.TimeStampRequest;

/**
 * Has the newest checkpoint stamped by one authority, when that is due, and keeps what holds. Used
 * by one thread.
 */
final class Stamping {

  /** How far clocks may be apart, both ways; a stamp states whole seconds. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private static final int NONCE_BITS = 96;

  private final Authority authority;
  private final TimestampClient client;
  private final PostgresLog log;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Stamping(Authority authority, TimestampClient client, PostgresLog log, Clock clock) {
    this.authority = authority;
    this.client = client;
    this.log = log;
    this.clock = clock;
  }

  /** What there is to do now. */
  sealed interface Errand {

    /** Nothing: the last stamp is young enough or of the newest checkpoint, or the log is empty. */
    record None(Optional<Stamp> last) implements Errand {}

    /** This checkpoint is to be stamped. */
    record Due(StoredCheckpoint checkpoint) implements Errand {}
  }

  /** What is due, by what is stored: other replicas and earlier lives of this one count. */
  Errand errand(Duration every) {
    return log.read(
        "looking for time stamps",
        connection -> {
          var last = new PostgresStamps(connection).last(authority.party());
          var newest = StoredCheckpoint.latest(connection);
          return isDue(last, newest.size(), every) ? new Errand.Due(newest) : new Errand.None(last);
        });
  }

  private boolean isDue(Optional<Stamp> last, long size, Duration every) {
    return size > last.map(Stamp::size).orElse(0L)
        && last.map(Stamp::kept)
            .map(kept -> !clock.instant().isBefore(kept.plus(every)))
            .orElse(true);
  }

  /**
   * Asks for a stamp of this checkpoint, verifies it and keeps it.
   *
   * @throws IOException when there is no answer
   * @throws TimeStampRejected when there is another one
   */
  Stamp stamp(StoredCheckpoint checkpoint) throws IOException, InterruptedException {
    var text = checkpoint.signed().text().getBytes(StandardCharsets.UTF_8);
    var policy = authority.trust().policy();
    var query = TimeStampRequest.of(text, new BigInteger(NONCE_BITS, random), policy);
    var sent = clock.instant();
    var answer = client.ask(authority, query);
    var proven = TimeStampReply.parse(answer).verify(query, text, authority.trust());
    requirePlausible(proven, sent, clock.instant());
    var stamp = new Stamp(checkpoint.size(), authority.party(), proven.time(), clock.instant());
    log.keep(
        "keeping a time stamp",
        connection -> {
          new PostgresStamps(connection).insert(stamp, answer);
          return stamp;
        });
    return stamp;
  }

  /**
   * A stamp from another time is a clock that is wrong, ours or theirs; either is worth an alarm.
   */
  private static void requirePlausible(ProvenTime proven, Instant sent, Instant received) {
    if (proven.time().isBefore(sent.minus(TOLERANCE))
        || proven.time().isAfter(received.plus(TOLERANCE))) {
      throw new TimeStampRejected(
          Reason.TIME_IMPLAUSIBLE, "it states " + proven.time() + ", asked at " + sent);
    }
  }
}
