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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final ArrayDeque<AppendUnit> waiting = new ArrayDeque<>();
  private final Room room;
  private boolean woken;

  AppendQueue(int maxEntries) {
    this.room = new Room(maxEntries);
  }

  /**
   * Adds the unit at the end.
   *
   * @throws LogBusy if it does not fit; then nothing was added
   */
  void offer(AppendUnit unit) {
    lock.lock();
    try {
      room.enter(unit.size(), unit.bytes());
      waiting.add(unit);
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
      while (waiting.isEmpty() && left > 0 && !woken) {
        left = notEmpty.awaitNanos(left);
      }
      woken = false;
      return takeUpTo(limit);
    } finally {
      lock.unlock();
    }
  }

  /** Has the one that drains look up, whether something waits or not. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      notEmpty.signal();
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
    return room.entries();
  }

  private List<AppendUnit> takeUpTo(int limit) {
    var taken = new ArrayList<AppendUnit>();
    var count = 0;
    for (var unit = waiting.peek();
        unit != null && count + unit.size() <= limit;
        unit = waiting.peek()) {
      waiting.remove();
      count += unit.size();
      room.leave(unit.size(), unit.bytes());
      taken.add(unit);
    }
    return taken;
  }
}
