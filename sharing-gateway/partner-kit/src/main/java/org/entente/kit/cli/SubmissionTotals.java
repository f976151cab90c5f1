package org.entente.kit.cli;

import java.util.Map;
import org.entente.kit.client.ReceiptHandle;
import org.entente.kit.json.StrictJson;
import org.entente.kit.submit.PartOutcome;
import org.entente.kit.submit.PartOutcome.Counts;
import org.entente.kit.submit.Submitter.Done;
import org.entente.kit.wording.Counted;
import org.jspecify.annotations.Nullable;

/// Adds up what came of the parts.
final class SubmissionTotals {

  private int parts;
  private long objects;
  private Counts counts = new Counts(0, 0, 0);
  private @Nullable Done last;
  private long firstIndex;

  void add(int objectsInPart, Done done) {
    if (parts == 0) {
      firstIndex = done.outcome().receipt().index();
    }
    parts++;
    objects += objectsInPart;
    counts = counts.plus(done.outcome().counts());
    last = done;
  }

  /// For the line of progress.
  String soFar() {
    return "Submitted " + sum();
  }

  private String sum() {
    return Counted.of(objects, "object")
        + " in "
        + Counted.of(parts, "part")
        + ": "
        + outcome(counts)
        + ".";
  }

  private static String outcome(Counts counts) {
    String settled = counts.accepted() + " accepted, " + counts.failed() + " failed";
    return counts.pending() == 0 ? settled : settled + ", " + counts.pending() + " pending";
  }

  /// @param tooLong objects that were not sent
  Report report(long tooLong) {
    Report report =
        new Report()
            .put("parts", parts)
            .put("objects", objects)
            .put("accepted", counts.accepted())
            .put("failed", counts.failed() + tooLong)
            .put("not_sent", tooLong);
    Done one = last;
    if (parts == 1 && one != null) {
      tellOne(report, one);
    } else {
      report.line("Submitted " + sum());
      report.line("Receipts: from entry " + firstIndex + " of the log on.");
    }
    if (tooLong > 0) {
      report.line("Not sent, too long: " + Counted.of(tooLong, "object") + ".");
    }
    boolean whole = counts.failed() + counts.pending() + tooLong == 0;
    return whole ? report : report.exit(ExitCode.INCOMPLETE);
  }

  private static void tellOne(Report report, Done done) {
    PartOutcome outcome = done.outcome();
    ReceiptHandle receipt = outcome.receipt();
    Map<String, Object> status = StrictJson.object(done.evidence().status());
    report
        .put("status", status)
        .put("replayed", outcome.replayed())
        .put("receipt_index", receipt.index())
        .put("receipt_leaf", receipt.leaf())
        .line(
            "Submission "
                + outcome.status()
                + " "
                + outcome.state()
                + ": "
                + outcome(outcome.counts())
                + (outcome.replayed() ? " (answered before)." : "."))
        .line("Receipt: entry " + receipt.index() + " of the log.");
  }
}
