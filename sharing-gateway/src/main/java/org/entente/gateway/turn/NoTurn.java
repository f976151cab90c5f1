package org.entente.gateway.turn;

/** Others of the same party took too long; nothing was called. */
public final class NoTurn extends RuntimeException {

  NoTurn() {
    super("calls of the same party took all its places", null, false, false);
  }
}
