package org.entente.kit.cli;

/** A file named on the command line cannot be read or written. */
final class FileTrouble extends RuntimeException {

  FileTrouble(String detail, Throwable cause) {
    super(detail, cause);
  }
}
