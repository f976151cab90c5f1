package org.entente.kit.mirror;

/** What the log serves does not make what it signed; nothing of it was accepted. */
public final class LogUnfit extends RuntimeException {

  LogUnfit(String detail) {
    super(detail);
  }
}
