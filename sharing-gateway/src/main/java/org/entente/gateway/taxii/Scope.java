package org.entente.gateway.taxii;

import java.util.Set;

/** What an access token must allow; the names are those of the partners' identity providers. */
public enum Scope {
  /** Objects and evidence. */
  READ,
  /** Submissions. */
  WRITE,
  /** What readers and submitters both need: descriptions, collections, status, receipts. */
  EITHER;

  private static final String READING = "taxii.read";
  private static final String WRITING = "taxii.write";

  /** Whether these granted scopes are enough. */
  boolean allowedBy(Set<String> granted) {
    return switch (this) {
      case READ -> granted.contains(READING);
      case WRITE -> granted.contains(WRITING);
      case EITHER -> granted.contains(READING) || granted.contains(WRITING);
    };
  }

  @Override
  public String toString() {
    return switch (this) {
      case READ -> READING;
      case WRITE -> WRITING;
      case EITHER -> READING + " or " + WRITING;
    };
  }
}
