package org.entente.kit.cli;

/** The exit codes, part of the contract: scripts decide by them. */
enum ExitCode {
  OK(0, "done"),
  NOT_VERIFIED(1, "something does not verify"),
  USAGE(2, "the command line is not right"),
  REFUSED(3, "the exchange refused; its code is printed"),
  UNAVAILABLE(4, "not reachable or not available now; trying again is safe"),
  LOCAL(5, "a local file, key or profile is missing or wrong"),
  INCOMPLETE(6, "done, but the exchange did not take every object"),
  CONTRADICTED(7, "the log signed two histories; the proof is kept"),
  STALE(8, "the log stands still");

  private final int value;
  private final String meaning;

  ExitCode(int value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  int value() {
    return value;
  }

  /** As Picocli lists it in a help's footer. */
  String line() {
    return value + ":" + meaning;
  }
}
