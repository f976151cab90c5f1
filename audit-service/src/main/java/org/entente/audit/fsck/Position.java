package org.entente.audit.fsck;

/**
 * How far a pass has come.
 *
 * @param verified entries checked, from the first one on
 * @param objects mentions of objects in them
 */
record Position(long verified, long objects) {

  static final Position START = new Position(0, 0);
}
