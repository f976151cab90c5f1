package org.entente.kit.file;

/// A file that keeps a place or a journal belongs to something else than what was asked for.
/// Nothing was sent and nothing was written.
public final class FileMismatch extends RuntimeException {

  /// `detail` is a sentence for people.
  public FileMismatch(String detail) {
    super(detail);
  }
}
