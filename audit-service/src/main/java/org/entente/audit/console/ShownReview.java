package org.entente.audit.console;

import org.entente.audit.review.Review;
import org.entente.audit.search.Hit;
import org.entente.audit.search.Paged;

/**
 * A review with what it is about.
 *
 * @param barred whether only others can sign it
 * @param own whether whoever looks sees as much of the log as its owner, neither more nor less
 * @param page what it finds; nothing when it cannot be believed
 */
public record ShownReview(Review review, boolean barred, boolean own, Paged<Hit> page) {}
