package org.entente.audit.console;

import java.util.List;
import java.util.Optional;
import org.entente.audit.review.Review;
import org.entente.audit.review.State;

/**
 * One page of reviews, newest first.
 *
 * @param state what became of these
 * @param next {@code before} of the next page
 */
public record ReviewList(State state, List<Review> reviews, Optional<Long> next) {
  public ReviewList {
    reviews = List.copyOf(reviews);
  }
}
