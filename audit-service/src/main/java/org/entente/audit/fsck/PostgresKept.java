package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.reconciliation.PostgresReconciliations;
import org.entente.audit.review.Fit;
import org.entente.audit.review.PostgresReviews;
import org.entente.audit.review.Review;

/**
 * What is kept beside the log whose digest is in it: reviews, and findings about clients' journals.
 *
 * @param connection in one snapshot for all statements
 */
record PostgresKept(Connection connection) {

  /** Rows of no entry that are looked at, of each table at each end; an entry has one at most. */
  private static final int MOST = 1_000;

  private static final String MORE = "has more rows of no entry than are looked at";

  /**
   * What is not what entries of this stretch say. What is kept under an index that no entry has
   * belongs to the first stretch or the last.
   */
  List<Finding> findings(long from, long to, long size) throws SQLException {
    var findings = between(from, to);
    if (from == 0) {
      findings.addAll(between(Long.MIN_VALUE, 0));
    }
    if (to == size) {
      findings.addAll(between(size, Long.MAX_VALUE));
    }
    return findings;
  }

  private List<Finding> between(long from, long to) throws SQLException {
    var findings = reviews(PostgresReviews.unfit(connection, from, to, MOST + 1));
    findings.addAll(filed(PostgresReconciliations.altered(connection, from, to, MOST + 1)));
    return findings;
  }

  private static List<Finding> reviews(List<Review> unfit) {
    var findings = new ArrayList<Finding>();
    for (var review : unfit.subList(0, Math.min(MOST, unfit.size()))) {
      var detail =
          review.fit() == Fit.END_LOST
              ? "its end is in the log and not stored"
              : "is not what its records say";
      findings.add(Finding.derived(review.uid(), detail));
    }
    if (unfit.size() > MOST) {
      findings.add(Finding.derived("review", MORE));
    }
    return findings;
  }

  private static List<Finding> filed(List<Long> altered) {
    var findings = new ArrayList<Finding>();
    for (var index : altered.subList(0, Math.min(MOST, altered.size()))) {
      findings.add(
          Finding.derived(
              Finding.entry(index), "what is kept of its finding is not what was filed"));
    }
    if (altered.size() > MOST) {
      findings.add(Finding.derived("reconciliation", MORE));
    }
    return findings;
  }
}
