package org.entente.kit.file;

/// A file named by the user cannot be read or written; the message names it.
public final class FileTrouble extends RuntimeException {

  /// Trouble without a cause of the platform's.
  public FileTrouble(String detail) {
    super(detail);
  }

  /// Trouble the platform reported.
  public FileTrouble(String detail, Throwable cause) {
    super(detail, cause);
  }
}
