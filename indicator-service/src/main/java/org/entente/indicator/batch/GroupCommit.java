package org.entente.indicator.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns many concurrent callers into few commits, without a timer: a worker takes whatever has
/// gathered while the last batches ran, runs it as one batch and lets the callers go. An idle
/// system adds no delay, a busy one gets larger batches.
///
/// Thread-safe. With one worker batches never overlap, and items go in the order in which they were
/// handed in; with more, only the batches' beginnings keep that order. Workers are virtual threads
/// that live only while something waits: nothing needs closing. What may wait is bounded; beyond
/// that callers are turned away at once.
public final class GroupCommit<T, R> {
  private final String name;
  private final BatchLimit<T> limit;
  private final int workers;
  private final Function<List<T>, List<R>> batch;
  private final Lock lock = new ReentrantLock();

  // Guarded by the lock.
  private final Queue<Ticket<T, R>> waiting = new ArrayDeque<>();
  private long waitingWeight;
  private int working;

  /// One batch at a time; nothing runs yet.
  ///
  /// @param name of the worker thread
  /// @param batch commits all items and gives one result for each, in order; run on a worker only
  public GroupCommit(String name, BatchLimit<T> limit, Function<List<T>, List<R>> batch) {
    this(name, limit, 1, batch);
  }

  /// Several batches at a time, for items that need no order.
  ///
  /// @param workers most batches at once
  public GroupCommit(
      String name, BatchLimit<T> limit, int workers, Function<List<T>, List<R>> batch) {
    this.name = name;
    this.limit = limit;
    this.workers = workers;
    this.batch = batch;
  }

  /// Hands in one item and waits until its batch is committed. An interrupted caller leaves; its
  /// item is committed nevertheless.
  ///
  /// @return this item's result
  /// @throws Overloaded when too much waits; the item was not taken
  /// @throws RuntimeException what the batch threw for this item, alone or with an [Outage]
  public R commit(T item) {
    CompletableFuture<R> result = later(item);
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// Hands in one item and does not wait; should its batch fail, or too much wait, nobody is told.
  public void handIn(T item) {
    CompletableFuture<R> _ = later(item);
  }

  private CompletableFuture<R> later(T item) {
    Ticket<T, R> ticket =
        new Ticket<>(item, limit.weigher().applyAsLong(item), new CompletableFuture<>());
    if (enqueue(ticket)) {
      // Without inherited thread-locals: a worker serves everybody, not the caller who woke it.
      Thread.ofVirtual().name(name).inheritInheritableThreadLocals(false).start(this::work);
    }
    return ticket.result();
  }

  /// How many items wait for a batch now.
  public int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /// Whether a worker more is needed.
  private boolean enqueue(Ticket<T, R> ticket) {
    lock.lock();
    try {
      long weight = waitingWeight + ticket.weight();
      if (!waiting.isEmpty() && !limit.keeps(waiting.size() + 1L, weight)) {
        ticket.result().completeExceptionally(new Overloaded(name));
        return false;
      }
      waiting.add(ticket);
      waitingWeight = weight;
      boolean more = working < workers;
      working += more ? 1 : 0;
      return more;
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    // Not inherited either; libraries look their configuration up through it.
    Thread.currentThread().setContextClassLoader(GroupCommit.class.getClassLoader());
    for (List<Ticket<T, R>> next = gather(); !next.isEmpty(); next = gather()) {
      run(next);
    }
  }

  /// The next batch; without one the worker is no longer counted, and whoever comes later starts
  /// another.
  private List<Ticket<T, R>> gather() {
    lock.lock();
    try {
      List<Ticket<T, R>> tickets = new ArrayList<>();
      long weight = 0;
      while (fits(waiting.peek(), tickets.size(), weight)) {
        tickets.add(waiting.remove());
        weight += tickets.getLast().weight();
      }
      waitingWeight -= weight;
      working -= tickets.isEmpty() ? 1 : 0;
      return tickets;
    } finally {
      lock.unlock();
    }
  }

  private boolean fits(@Nullable Ticket<T, R> next, int items, long weight) {
    // However heavy, the first one goes.
    return next != null && (items == 0 || limit.holds(items + 1L, weight + next.weight()));
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

  private record Ticket<T, R>(T item, long weight, CompletableFuture<R> result) {}
}
