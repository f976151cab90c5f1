package org.entente.indicator.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns many concurrent callers into few commits, without a timer: one worker takes whatever has
/// gathered while its last batch ran, runs it as one batch and lets the callers go. An idle system
/// adds no delay, a busy one gets larger batches.
///
/// Thread-safe. Batches never overlap, and items go in the order in which they were handed in. The
/// worker is a virtual thread that lives only while something waits: nothing needs closing.
public final class GroupCommit<T, R> {
  private final String name;
  private final BatchLimit<T> limit;
  private final Function<List<T>, List<R>> batch;
  private final ConcurrentLinkedQueue<Ticket<T, R>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean working = new AtomicBoolean();

  /// Prepares the commit; nothing runs yet.
  ///
  /// @param name of the worker thread
  /// @param batch commits all items and gives one result for each, in order; run on the worker only
  public GroupCommit(String name, BatchLimit<T> limit, Function<List<T>, List<R>> batch) {
    this.name = name;
    this.limit = limit;
    this.batch = batch;
  }

  /// Hands in one item and waits until its batch is committed. An interrupted caller leaves; its
  /// item is committed nevertheless.
  ///
  /// @return this item's result
  /// @throws RuntimeException what the batch threw for this item, alone or with an [Outage]
  public R commit(T item) {
    CompletableFuture<R> result = later(item);
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// Hands in one item and does not wait; should its batch fail, nobody is told.
  public void handIn(T item) {
    CompletableFuture<R> _ = later(item);
  }

  private CompletableFuture<R> later(T item) {
    Ticket<T, R> ticket = new Ticket<>(item, new CompletableFuture<>());
    waiting.add(ticket);
    if (working.compareAndSet(false, true)) {
      // Without inherited thread-locals: the worker serves everybody, not the caller who woke it.
      Thread.ofVirtual().name(name).inheritInheritableThreadLocals(false).start(this::work);
    }
    return ticket.result();
  }

  private void work() {
    // Not inherited either; libraries look their configuration up through it.
    Thread.currentThread().setContextClassLoader(GroupCommit.class.getClassLoader());
    do {
      for (Ticket<T, R> first = waiting.poll(); first != null; first = waiting.poll()) {
        run(gather(first));
      }
      working.set(false);
      // Whoever added between the last poll and the line above saw a worker and started none.
    } while (!waiting.isEmpty() && working.compareAndSet(false, true));
  }

  private List<Ticket<T, R>> gather(Ticket<T, R> first) {
    List<Ticket<T, R>> tickets = new ArrayList<>(List.of(first));
    long weight = weightOf(first);
    for (Ticket<T, R> next = waiting.peek();
        fits(next, tickets.size(), weight);
        next = waiting.peek()) {
      tickets.add(waiting.remove());
      weight += weightOf(tickets.getLast());
    }
    return tickets;
  }

  private boolean fits(@Nullable Ticket<T, R> next, int items, long weight) {
    return next != null && items < limit.items() && weight + weightOf(next) <= limit.weight();
  }

  private long weightOf(Ticket<T, R> ticket) {
    return limit.weigher().applyAsLong(ticket.item());
  }

  /// The edge of the worker: whatever fails reaches the callers, and the worker lives on.
  private void run(List<Ticket<T, R>> tickets) {
    try {
      complete(tickets, batch.apply(tickets.stream().map(Ticket::item).toList()));
    } catch (RuntimeException | Error e) {
      if (tickets.size() == 1 || e instanceof Outage) {
        tickets.forEach(ticket -> ticket.result().completeExceptionally(e));
      } else {
        // One item spoiled the batch: alone, it fails alone.
        tickets.forEach(ticket -> run(List.of(ticket)));
      }
    }
  }

  private void complete(List<Ticket<T, R>> tickets, List<R> results) {
    if (results.size() != tickets.size()) {
      throw new IllegalStateException(results.size() + " results for " + tickets.size() + " items");
    }
    for (int i = 0; i < results.size(); i++) {
      tickets.get(i).result().complete(results.get(i));
    }
  }

  private record Ticket<T, R>(T item, CompletableFuture<R> result) {}
}
