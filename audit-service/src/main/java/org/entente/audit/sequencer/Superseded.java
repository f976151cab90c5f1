package org.entente.audit.sequencer;

/** Another sequencer moved the head or took the lead. Nothing of this batch was committed. */
final class Superseded extends RuntimeException {
  Superseded(String message) {
    super(message, null, false, false);
  }
}
