package org.entente.audit.console;

import java.util.List;
import java.util.Optional;
import org.entente.audit.review.Review;

/**
 * One page of reviews, newest first.
 *
 * @param signed whether these are the signed ones
 * @param next {@code before} of the next page
 */
public record ReviewList(boolean signed, List<Review> reviews, Optional<Long> next) {
  public ReviewList {
    reviews = List.copyOf(reviews);
  }
}
