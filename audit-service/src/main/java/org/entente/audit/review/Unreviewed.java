package org.entente.audit.review;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.entente.audit.search.PostgresSearch;

/**
 * What no signed review has seen. Nothing of that is stored: the entries of a month are walked from
 * the newest on, and of each stretch what the reviews' own searches find there is taken away. A
 * review of the whole month is no walk but a bound. However large the log, a walk ends after a
 * number of entries and says where. Thread-safe.
 */
@Singleton
public class Unreviewed {

  /** Signed reviews that are considered, the newest. */
  static final int MOST_REVIEWS = 5_000;

  /** Reviews of a part of one month that are considered, the newest; else all of it is left. */
  private static final int MOST_PARTIAL = 200;

  /** Entries that are held against a review, in all: the time of a walk. */
  static final int MOST_COMPARED = 100_000;

  /** Entries of a month that are looked at for one page, at most. */
  private static final int EXAMINED = 50_000;

  private static final int STRETCH = 10_000;
  private static final int SHORTEST = 1_000;

  private final PostgresStretches stretches;
  private final PostgresSearch search;
  private final PostgresReviews reviews;

  Unreviewed(PostgresStretches stretches, PostgresSearch search, PostgresReviews reviews) {
    this.stretches = stretches;
    this.search = search;
    this.reviews = reviews;
  }

  /**
   * How far to go.
   *
   * @param before only entries with a smaller index
   * @param most to be found
   * @param examined most to be looked at; fewer when many reviews have seen parts
   */
  public record Reach(long before, int most, int examined) {

    /** As far as somebody waits for. */
    public static Reach upTo(long before, int most) {
      return new Reach(before, most, EXAMINED);
    }

    int affordable(int reviews) {
      return Math.min(examined, Math.max(SHORTEST, MOST_COMPARED / (reviews + 1)));
    }
  }

  /**
   * What was found.
   *
   * @param indices newest first
   * @param next where to go on, {@code before} of the next walk; empty when the month is at its end
   * @param compared how many entries were looked for, in the log and once for each review
   */
  public record Found(List<Long> indices, Optional<Long> next, long compared) {
    public Found {
      indices = List.copyOf(indices);
    }
  }

  /** How many entries are looked at when so many may still be compared. */
  static int examined(long left) {
    return Math.clamp(left, 0, EXAMINED);
  }

  /** The covers of all that this owner's auditors signed. */
  List<Cover> covers(Owner owner) {
    return reviews.signed(owner, MOST_REVIEWS).stream().map(Cover::of).toList();
  }

  /** What of the month nobody of this owner has reviewed. */
  public Found of(Month month, Owner owner, Reach reach) {
    return walk(month, owner, covers(owner), reach);
  }

  Found walk(Month month, Owner owner, List<Cover> covers, Reach reach) {
    var span = stretches.of(month, owner);
    var floor = Math.max(Cover.floor(covers, month), span.first());
    var partial =
        covers.stream().filter(cover -> cover.touches(month, floor)).limit(MOST_PARTIAL).toList();
    return new Walk(month, owner, new Span(floor, span.end()), partial).run(reach);
  }

  /** One walk. Not thread-safe. */
  private final class Walk {
    private final Month month;
    private final Owner owner;
    private final Span span;
    private final List<Cover> partial;
    private final List<Long> found = new ArrayList<>();

    Walk(Month month, Owner owner, Span span, List<Cover> partial) {
      this.month = month;
      this.owner = owner;
      this.span = span;
      this.partial = partial;
    }

    Found run(Reach reach) {
      var before = Math.min(reach.before(), span.end());
      var compared = 0L;
      for (var left = reach.affordable(partial.size()); left > 0 && before > span.first(); ) {
        var most = Math.min(STRETCH, left);
        var from = stretches.below(before, span.first(), owner, most);
        take(from, before - 1, most);
        compared += (long) most * (partial.size() + 1);
        if (found.size() > reach.most()) {
          var page = found.subList(0, reach.most());
          return new Found(page, Optional.of(page.getLast()), compared);
        }
        before = from;
        left -= most;
      }
      var next = before > span.first() ? Optional.of(before) : Optional.<Long>empty();
      return new Found(found, next, compared);
    }

    private void take(long first, long last, int most) {
      var left =
          new LinkedHashSet<>(entries(Cover.of(month.query(), span.end()), first, last, most));
      for (var cover : partial) {
        if (!left.isEmpty()) {
          entries(cover, first, last, most).forEach(left::remove);
        }
      }
      found.addAll(left);
    }

    private List<Long> entries(Cover cover, long first, long last, int most) {
      return cover
          .within(month, first, last, most)
          .map(seen -> search.indices(seen, owner.scope(), span.end()))
          .orElse(List.of());
    }
  }
}
