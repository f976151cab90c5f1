package org.entente.audit.sequencer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.audit.refusal.Refusal;

/** Records of one request: sequenced in one commit or not at all. */
final class AppendUnit {

  private final List<NewEntry> entries;
  private final CompletableFuture<List<AppendResult>> answer = new CompletableFuture<>();

  AppendUnit(List<NewEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  List<NewEntry> entries() {
    return entries;
  }

  int size() {
    return entries.size();
  }

  long bytes() {
    return entries.stream().mapToLong(NewEntry::bytes).sum();
  }

  /** Whether the caller stopped waiting; what has not been started need not be done then. */
  boolean abandoned() {
    return answer.isDone();
  }

  /** Only to be called when the entries are durable. */
  void complete(List<AppendResult> results) {
    answer.complete(results);
  }

  void fail(Refusal refusal) {
    answer.completeExceptionally(refusal);
  }

  /**
   * One result for each entry, in order.
   *
   * @throws LogUnavailable when there is none in time; the records may still become durable
   */
  List<AppendResult> await(Duration deadline) {
    try {
      return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      answer.cancel(false);
      throw new LogUnavailable("not sequenced within " + deadline);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("interrupted while waiting for the log");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(e);
    }
  }
}
