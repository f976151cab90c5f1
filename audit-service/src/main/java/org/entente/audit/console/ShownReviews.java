package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.entente.audit.access.Person;
import org.entente.audit.refusal.QueryInvalid;
import org.entente.audit.review.Owner;
import org.entente.audit.review.Review;
import org.entente.audit.review.ReviewQuery;
import org.entente.audit.review.Reviews;
import org.entente.audit.review.SecondPerson;
import org.entente.audit.review.State;
import org.entente.audit.search.Hit;
import org.entente.audit.search.Paged;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/** Puts the pages about reviews together. Thread-safe. */
@Singleton
final class ShownReviews {

  private static final int OF_ONE_PAGE = 50;

  private final Reviews reviews;
  private final PostgresHits hits;
  private final SecondPerson secondPerson;

  ShownReviews(Reviews reviews, PostgresHits hits, SecondPerson secondPerson) {
    this.reviews = reviews;
    this.hits = hits;
    this.secondPerson = secondPerson;
  }

  /** Those in one state; the open ones when none is asked for. */
  ReviewList list(Person person, @Nullable String asked, @Nullable String before) {
    var state = asked == null ? State.OPEN : State.of(asked);
    var found = reviews.list(person, state, index(before), OF_ONE_PAGE);
    var more = found.size() > OF_ONE_PAGE;
    var page = more ? found.subList(0, OF_ONE_PAGE) : found;
    return new ReviewList(
        state, page, more ? Optional.of(page.getLast().stored().opening()) : Optional.empty());
  }

  /** What it finds, in the log as it was then and with its owner's eyes, whoever looks. */
  ShownReview one(Person person, Review review, @Nullable String before, @Nullable String after) {
    return new ShownReview(
        review,
        secondPerson.bars(person, review),
        Owner.of(person.scope()).equals(review.owner()),
        page(review, before, after));
  }

  private Paged<Hit> page(Review review, @Nullable String before, @Nullable String after) {
    var size = review.frozen().size();
    if (!review.believed()) {
      return new Paged<>(size, List.of(), Optional.empty(), Optional.empty());
    }
    var asked = ReviewQuery.parse(review.query()).parameters();
    asked.before = before;
    asked.after = after;
    return hits.find(SearchQuery.of(asked), review.owner().scope(), size);
  }

  /** The index that a page is before; the largest when none is given. */
  static long index(@Nullable String text) {
    try {
      return text == null ? Long.MAX_VALUE : Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new QueryInvalid("before is not an index");
    }
  }
}
