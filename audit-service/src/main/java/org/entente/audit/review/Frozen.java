package org.entente.audit.review;

/**
 * The log as it was when a review was opened: what came later is not in it.
 *
 * @param size entries of the signed checkpoint
 * @param root of the same, base64
 * @param entries how many the search found below that size, up to {@value #MOST} and one more
 */
public record Frozen(long size, String root, int entries) {

  /** Beyond that, nobody counts on. */
  public static final int MOST = 1_000;

  /** Whether there are more than were counted. */
  public boolean many() {
    return entries > MOST;
  }

  /** Those counted for certain. */
  public long counted() {
    return Math.min(entries, MOST);
  }
}
