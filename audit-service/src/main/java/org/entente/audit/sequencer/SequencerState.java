package org.entente.audit.sequencer;

import java.util.Optional;
import org.entente.audit.tree.Rollback;

/** What the sequencer can promise now. */
public sealed interface SequencerState {

  /** Appends are sequenced in this epoch. */
  record Leading(long epoch) implements SequencerState {}

  /**
   * Another replica leads, and can be reached.
   *
   * @param leader its address, host and port
   */
  record Following(String leader) implements SequencerState {}

  /** Nobody is known to lead; trying to take the lead, again or for the first time. */
  record Away(String reason) implements SequencerState {}

  /**
   * The stored log contradicts itself, or is an older copy: nothing will be signed until an
   * operator has looked.
   *
   * @param rollback how far it was rolled back, if that is why
   */
  record Refusing(String reason, Optional<Rollback> rollback) implements SequencerState {}

  /** Shut down. */
  record Stopped() implements SequencerState {}

  /** How many entries are known to be missing here, because an older copy of the log runs. */
  default long missing() {
    return this instanceof Refusing(_, var rollback)
        ? rollback.map(Rollback::missing).orElse(0L)
        : 0;
  }

  /** One sentence for callers, probes and the log. */
  default String sentence() {
    return switch (this) {
      case Leading(var epoch) -> "leading in epoch " + epoch;
      case Following(var leader) -> "following " + leader;
      case Away(var reason) -> "not leading: " + reason;
      case Refusing(var reason, _) -> "refusing to sign: " + reason;
      case Stopped() -> "stopped";
    };
  }
}
