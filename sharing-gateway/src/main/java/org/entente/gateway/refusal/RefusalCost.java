package org.entente.gateway.refusal;

import org.entente.gateway.record.Actor;

/** A refusal costs the log a record: whoever lets in is told of each. Must be thread-safe. */
@FunctionalInterface
public interface RefusalCost {

  /** A request of this actor was refused for a reason of its own making. Does not block. */
  void charge(Actor actor);
}
