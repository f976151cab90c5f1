package org.entente.audit.timestamp;

import java.util.List;

/**
 * A checkpoint with the stamps on it.
 *
 * @param text what was stamped, byte for byte: the note up to its blank line
 * @param stamps by party, at least one
 */
record StampedCheckpoint(long size, String text, List<Stamp> stamps) {

  StampedCheckpoint {
    stamps = List.copyOf(stamps);
  }
}
