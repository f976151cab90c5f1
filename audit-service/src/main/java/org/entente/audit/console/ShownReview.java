package org.entente.audit.console;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.entente.audit.review.Review;
import org.entente.audit.search.Hit;
import org.entente.audit.search.Paged;

/**
 * A review with what it is about.
 *
 * @param asked the query by name; empty when it asks for everything, or cannot be believed
 * @param page what it finds; nothing when it cannot be believed
 */
public record ShownReview(Review review, Map<String, String> asked, Paged<Hit> page) {
  public ShownReview {
    asked = Collections.unmodifiableMap(new TreeMap<>(asked));
  }
}
