package org.entente.kit.mirror;

/** The copy on this disk is not what was copied; the message names the file. */
public final class MirrorDamaged extends RuntimeException {

  MirrorDamaged(String detail) {
    super(detail);
  }
}
