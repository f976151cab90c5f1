package org.entente.audit.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.entente.audit.visibility.AuditScope;

/**
 * Which months are over and were not reviewed whole by a single review: told without looking at an
 * entry. A month that was pieced together from many reviews is among them. Thread-safe.
 */
@Singleton
public class Overdue {

  /** Months looked at, the newest that are over and have entries. */
  private static final int MONTHS = 12;

  /** Reviews looked at, the newest that ask for a time of a month or more and nothing else. */
  private static final int REVIEWS = 200;

  private final PostgresMonths months;
  private final PostgresReviews reviews;
  private final int most;

  @Inject
  Overdue(PostgresMonths months, PostgresReviews reviews) {
    this(months, reviews, REVIEWS);
  }

  Overdue(PostgresMonths months, PostgresReviews reviews, int most) {
    this.months = months;
    this.reviews = reviews;
    this.most = most;
  }

  /** Newest first; what came to a month after its review makes it overdue again. */
  public List<Month> of(AuditScope scope, Instant now) {
    var owner = Owner.of(scope);
    var covers = reviews.signedOfMonths(owner, most).stream().map(Cover::of).toList();
    return months.before(Month.of(now).begin(), owner, MONTHS).stream()
        .filter(counted -> Cover.floor(covers, counted.month()) < counted.end())
        .map(PostgresMonths.Counted::month)
        .toList();
  }
}
