package org.entente.kit.submit;

import java.util.Map;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.kit.client.ReceiptHandle;

/// What came of a part.
///
/// @param status id of the TAXII status
/// @param state `complete` or `pending`
/// @param counts objects by what became of them
/// @param receipt where the submission stands in the log
/// @param replayed whether the exchange had answered this manifest before
public record PartOutcome(
    String status, String state, Counts counts, ReceiptHandle receipt, boolean replayed) {

  /// Objects by what became of them (TAXII 2.1 section 4.3.1).
  public record Counts(long accepted, long failed, long pending) {
    /// Both together.
    public Counts plus(Counts other) {
      return new Counts(accepted + other.accepted, failed + other.failed, pending + other.pending);
    }
  }

  /// Whether nothing about it is left open.
  boolean isComplete() {
    return state.equals("complete");
  }

  static PartOutcome of(Submitted submitted) {
    Map<String, Object> status = submitted.status().document().members();
    Counts counts =
        new Counts(
            number(status, "success_count"),
            number(status, "failure_count"),
            number(status, "pending_count"));
    return new PartOutcome(
        String.valueOf(status.get("id")),
        String.valueOf(status.get("status")),
        counts,
        submitted.status().receipt(),
        submitted.replayed());
  }

  private static long number(Map<String, Object> status, String name) {
    return status.get(name) instanceof Long number ? number : 0;
  }
}
