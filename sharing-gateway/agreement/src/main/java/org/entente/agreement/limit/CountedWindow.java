package org.entente.agreement.limit;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Refusals of one kind that are counted from the first one on. None is answered before the first
 * one's record is durable. Thread-safe.
 */
final class CountedWindow<F> {

  private final F first;
  private final Instant begun;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private long count = 1;
  private boolean closed;

  CountedWindow(F first, Instant begun) {
    this.first = first;
    this.begun = begun;
  }

  F first() {
    return first;
  }

  Instant begun() {
    return begun;
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

  /** Blocks until an answer may go out; throws what kept the first one from being recorded. */
  void awaitOpened() {
    try {
      opened.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : e;
    }
  }

  /** Whether answers go out. */
  boolean isOpen() {
    return opened.isDone() && !opened.isCompletedExceptionally();
  }

  /** Whether it began by then and answers go out. */
  boolean isDue(Instant then) {
    return isOpen() && !begun.isAfter(then);
  }
}
