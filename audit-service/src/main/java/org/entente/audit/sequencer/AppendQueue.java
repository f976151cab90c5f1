package org.entente.audit.sequencer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the sequencer: first come, first served, bounded in entries and in bytes. Any
 * number of threads offer, one drains.
 */
final class AppendQueue {

  /** Memory for waiting bodies; with the entries' bound it keeps a flood out of the heap. */
  private static final long MAX_BYTES = 64L << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final ArrayDeque<AppendUnit> waiting = new ArrayDeque<>();
  private final int maxEntries;
  private int entries;
  private long bytes;

  AppendQueue(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /**
   * Adds the unit at the end.
   *
   * @throws LogBusy if it does not fit; then nothing was added
   */
  void offer(AppendUnit unit) {
    lock.lock();
    try {
      if (entries + unit.size() > maxEntries || bytes + unit.bytes() > MAX_BYTES) {
        throw new LogBusy();
      }
      waiting.add(unit);
      entries += unit.size();
      bytes += unit.bytes();
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The oldest units, whole ones, together at most {@code limit} entries; empty if none came within
   * the time. There is no lingering: while one batch commits, the next one gathers here by itself.
   */
  List<AppendUnit> drain(int limit, long waitMillis) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
      while (waiting.isEmpty() && left > 0) {
        left = notEmpty.awaitNanos(left);
      }
      return takeUpTo(limit);
    } finally {
      lock.unlock();
    }
  }

  /** Everything that waits. */
  List<AppendUnit> drainAll() {
    lock.lock();
    try {
      return takeUpTo(Integer.MAX_VALUE);
    } finally {
      lock.unlock();
    }
  }

  /** Entries waiting now. */
  int depth() {
    lock.lock();
    try {
      return entries;
    } finally {
      lock.unlock();
    }
  }

  private List<AppendUnit> takeUpTo(int limit) {
    var taken = new ArrayList<AppendUnit>();
    var count = 0;
    for (var unit = waiting.peek();
        unit != null && count + unit.size() <= limit;
        unit = waiting.peek()) {
      waiting.remove();
      count += unit.size();
      bytes -= unit.bytes();
      taken.add(unit);
    }
    entries -= count;
    return taken;
  }
}
