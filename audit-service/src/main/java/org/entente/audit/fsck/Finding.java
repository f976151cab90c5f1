package org.entente.audit.fsck;

/**
 * Something that does not fit.
 *
 * @param part whether it is the log itself
 * @param place such as {@code entry 17}, {@code tile/0/x001/234} or {@code checkpoint 300}
 * @param detail one sentence without its subject; no stored text is quoted
 */
public record Finding(Part part, String place, String detail) {

  /** What it concerns. */
  public enum Part {
    /** Entries, tiles, checkpoints, head: what is signed. */
    LOG,
    /** Keys, searched columns, objects, readers: derived from the entries, and can be again. */
    DERIVED
  }

  static Finding ofLog(String place, String detail) {
    return new Finding(Part.LOG, place, detail);
  }

  static Finding derived(String place, String detail) {
    return new Finding(Part.DERIVED, place, detail);
  }

  static String entry(long index) {
    return "entry " + index;
  }

  @Override
  public String toString() {
    return place + ": " + detail;
  }
}
