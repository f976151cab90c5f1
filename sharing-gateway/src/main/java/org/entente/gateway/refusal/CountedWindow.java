package org.entente.gateway.refusal;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.AuditUnavailable;

/**
 * Refusals of one kind that are counted from the first one on. None is answered before the first
 * one's record is durable. Thread-safe.
 */
final class CountedWindow {

  private final Attempt first;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private long count = 1;
  private boolean closed;

  CountedWindow(Attempt first) {
    this.first = first;
  }

  /** The refused attempt that is recorded by itself. */
  Attempt first() {
    return first;
  }

  /** Counts one more, unless it is too late. */
  synchronized boolean add() {
    if (!closed) {
      count++;
    }
    return !closed;
  }

  /** Ends the counting; how many there were, the first one included. */
  synchronized long close() {
    closed = true;
    return count;
  }

  /** The first one's record is durable. */
  void opened() {
    opened.complete(null);
  }

  /** It is not, so nobody may be answered. */
  void failed(RuntimeException why) {
    opened.completeExceptionally(why);
  }

  /** Blocks until an answer may go out; throws {@link AuditUnavailable} when none may. */
  void awaitOpened() {
    try {
      opened.join();
    } catch (CompletionException e) {
      throw new AuditUnavailable("the first refusal was not recorded", e);
    }
  }

  /** Whether it began by then and answers go out. */
  boolean isDue(Instant then) {
    return opened.isDone() && !opened.isCompletedExceptionally() && !first.at().isAfter(then);
  }
}
