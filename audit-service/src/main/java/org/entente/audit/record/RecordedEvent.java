package org.entente.audit.record;

import java.util.Optional;

/**
 * What a record says about the log itself.
 *
 * @param index of the entry
 * @param timeMs milliseconds since the epoch
 * @param sha256 digest of what it is about, empty when it is about none
 * @param epoch the term it was recorded in, 0 when it does not say
 * @param database which it was recorded on, empty when it does not say
 */
public record RecordedEvent(
    long index, LogEvent event, long timeMs, String sha256, long epoch, String database) {

  /** Empty when these bytes are no such record: then nothing is known of one. */
  public static Optional<RecordedEvent> read(long index, LogEvent event, byte[] leaf) {
    try {
      var fields = RecordParser.fields(leaf);
      if (RecordClass.of(fields) != RecordClass.EVENT_LOG_ACTIVITY) {
        return Optional.empty();
      }
      return Optional.of(
          new RecordedEvent(
              index,
              event,
              fields.number("time"),
              fields.optionalText("exchange.sha256").orElse(""),
              fields.optionalNumber("exchange.epoch").orElse(0L),
              fields.optionalText("exchange.database").orElse("")));
    } catch (RecordRejected _) {
      return Optional.empty();
    }
  }
}
