package org.entente.audit.console;

import org.entente.audit.review.Review;
import org.entente.audit.search.Hit;
import org.entente.audit.search.Paged;

/**
 * A review with what it is about.
 *
 * @param page what it finds; nothing when it cannot be believed
 */
public record ShownReview(Review review, Paged<Hit> page) {}
