package org.entente.audit.sequencer;

/**
 * How many entries, and bytes of them, may wait at once: what keeps a flood out of the heap.
 * Thread-safe.
 */
final class Room {

  private static final long MAX_BYTES = 64L << 20;

  private final int maxEntries;
  private int entries;
  private long bytes;

  Room(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /**
   * Takes a place.
   *
   * @throws LogBusy if there is none; then nothing was taken
   */
  synchronized void enter(int moreEntries, long moreBytes) {
    if (entries + moreEntries > maxEntries || bytes + moreBytes > MAX_BYTES) {
      throw new LogBusy();
    }
    entries += moreEntries;
    bytes += moreBytes;
  }

  /** Gives the place back. */
  synchronized void leave(int fewerEntries, long fewerBytes) {
    entries -= fewerEntries;
    bytes -= fewerBytes;
  }

  /** Entries in it now. */
  synchronized int entries() {
    return entries;
  }
}
