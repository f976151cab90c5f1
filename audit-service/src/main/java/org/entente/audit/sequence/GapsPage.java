package org.entente.audit.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client's numbers leave out.
 *
 * @param size of the log when it was asked
 * @param through the greatest number that was looked at, 0 when there is none
 * @param gaps in order
 * @param next {@code after} of the next page, absent on the last one
 */
record GapsPage(
    @Schema(required = true) long size,
    @Schema(required = true) String party,
    @Schema(required = true) String client,
    @Schema(required = true) long through,
    @Schema(required = true) List<Gap> gaps,
    @Nullable Long next) {

  GapsPage {
    gaps = List.copyOf(gaps);
  }

  /**
   * The gaps between numbers.
   *
   * @param after numbers up to this one are not asked about
   * @param numbers greater ones in order, each once, of which the last is no gap's end
   * @param more whether there are more numbers behind them
   */
  static GapsPage of(long size, ClientName client, long after, List<Long> numbers, boolean more) {
    List<Gap> gaps = new ArrayList<>();
    var before = after;
    for (var number : numbers) {
      if (number > before + 1) {
        gaps.add(new Gap(before + 1, number - 1));
      }
      before = number;
    }
    var next = more ? Optional.of(before) : Optional.<Long>empty();
    return new GapsPage(size, client.party(), client.client(), before, gaps, next.orElse(null));
  }
}
