package org.entente.audit.sequence;

import java.util.List;
import java.util.Optional;

/**
 * What one client's numbers leave out, the newest first.
 *
 * @param top the greatest number that was looked at, 0 when there is none
 * @param bottom the smallest one
 * @param next {@code before} of the next page, towards smaller numbers
 */
public record MissingPage(
    ClientName name, long top, long bottom, List<MissingNumbers> missing, Optional<Long> next) {

  public MissingPage {
    missing = List.copyOf(missing);
  }

  /** How many numbers were found, from where to where. */
  record Walk(long numbers, long top, long bottom) {}

  /**
   * Of what was found, one too many of either when there are more.
   *
   * @param most numbers of one page
   * @param gaps on one page
   */
  static MissingPage of(
      ClientName name, Walk walk, List<MissingNumbers> found, int most, int gaps) {
    if (found.size() > gaps) {
      var shown = found.subList(0, gaps);
      var bottom = shown.getLast().first();
      return new MissingPage(name, walk.top(), bottom, shown, Optional.of(bottom));
    }
    return walk.numbers() > most
        ? new MissingPage(
            name, walk.top(), walk.bottom() + 1, found, Optional.of(walk.bottom() + 1))
        : new MissingPage(name, walk.top(), 1, found, Optional.empty());
  }

  /** Whether there is no number to look at. */
  public boolean none() {
    return top == 0;
  }
}
