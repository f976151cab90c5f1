package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.audit.review.Month;
import org.entente.audit.review.Months;
import org.entente.audit.review.Owner;
import org.entente.audit.review.Unreviewed;
import org.entente.audit.search.Hit;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.visibility.AuditScope;
import org.jspecify.annotations.Nullable;

/** Puts the pages about months together. Thread-safe. */
@Singleton
final class ShownMonths {

  private static final int OF_ONE_PAGE = 50;

  private final Months months;
  private final Unreviewed unreviewed;
  private final PostgresHits hits;
  private final Supplier<UUID> uids;

  ShownMonths(Months months, Unreviewed unreviewed, PostgresHits hits, Supplier<UUID> uids) {
    this.months = months;
    this.unreviewed = unreviewed;
    this.hits = hits;
    this.uids = uids;
  }

  /**
   * A month, and what opens its review.
   *
   * @param form id of the form
   */
  public record Row(Months.Line line, String form) {}

  /** One page of months. */
  public record All(List<Row> rows, Optional<Month> next) {
    public All {
      rows = List.copyOf(rows);
    }
  }

  /**
   * What of a month nobody has reviewed.
   *
   * @param first whether nothing newer was left out
   * @param next {@code before} of the next page
   */
  public record One(Month month, String form, List<Hit> hits, boolean first, Optional<Long> next) {
    public One {
      hits = List.copyOf(hits);
    }
  }

  All all(AuditScope scope, @Nullable String before) {
    var page =
        months.before(Optional.ofNullable(before).map(text -> Month.parse("before", text)), scope);
    return new All(page.lines().stream().map(line -> new Row(line, form())).toList(), page.next());
  }

  private String form() {
    return uids.get().toString();
  }

  One one(AuditScope scope, String text, @Nullable String before) {
    var month = Month.parse("month", text);
    var reach = Unreviewed.Reach.upTo(ShownReviews.index(before), OF_ONE_PAGE);
    var found = unreviewed.of(month, Owner.of(scope), reach);
    return new One(month, form(), hits.of(found.indices(), scope), before == null, found.next());
  }
}
