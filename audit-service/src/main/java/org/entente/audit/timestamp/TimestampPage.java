package org.entente.audit.timestamp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.audit.refusal.QueryInvalid;
import org.jspecify.annotations.Nullable;

/**
 * Stamped checkpoints, the largest first.
 *
 * @param next to be given as {@code before} for more; absent at the end
 */
@Schema(name = "Timestamps", description = "Checkpoints that were time-stamped, the largest first.")
record TimestampPage(List<Checkpoint> checkpoints, @Nullable Long next) {

  static final int USUAL = 50;
  static final int MOST = 500;

  /** A checkpoint. */
  @Schema(name = "TimestampedCheckpoint")
  record Checkpoint(
      long size,
      @Schema(description = "What was stamped, byte for byte: the note up to its blank line")
          String text,
      List<By> stamps) {}

  /** A stamp on it. */
  @Schema(name = "Timestamp")
  record By(
      String party,
      @Schema(description = "By the authority's clock; the reply itself is the evidence")
          Instant time) {}

  static TimestampPage of(List<StampedCheckpoint> found, int limit) {
    var next = found.size() < limit ? null : found.getLast().size();
    return new TimestampPage(found.stream().map(TimestampPage::checkpoint).toList(), next);
  }

  private static Checkpoint checkpoint(StampedCheckpoint stamped) {
    var by = stamped.stamps().stream().map(s -> new By(s.party(), s.stated())).toList();
    return new Checkpoint(stamped.size(), stamped.text(), by);
  }

  static long before(Optional<String> parameter) {
    return parameter.map(text -> number("before", text)).orElse(Long.MAX_VALUE);
  }

  static int limit(Optional<String> parameter) {
    var limit = parameter.map(text -> number("limit", text)).orElse((long) USUAL);
    if (limit < 1) {
      throw new QueryInvalid("limit cannot be read");
    }
    return Math.toIntExact(Math.min(limit, MOST));
  }

  private static long number(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new QueryInvalid(name + " cannot be read");
    }
  }
}
