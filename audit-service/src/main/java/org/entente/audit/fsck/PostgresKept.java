package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.reconciliation.PostgresReconciliations;
import org.entente.audit.review.Fit;
import org.entente.audit.review.PostgresReviews;

/**
 * What is kept beside the log whose digest is in it: reviews, and findings about clients' journals.
 *
 * @param connection in one snapshot for all statements
 */
record PostgresKept(Connection connection) {

  /** What is not what entries of this stretch say. */
  List<Finding> findings(long from, long to) throws SQLException {
    var findings = new ArrayList<Finding>();
    for (var review : PostgresReviews.unfit(connection, from, to)) {
      var detail =
          review.fit() == Fit.END_LOST
              ? "its end is in the log and not stored"
              : "is not what its records say";
      findings.add(Finding.derived(review.uid(), detail));
    }
    for (var index : PostgresReconciliations.altered(connection, from, to)) {
      findings.add(
          Finding.derived(
              Finding.entry(index), "what is kept of its finding is not what was filed"));
    }
    return findings;
  }
}
