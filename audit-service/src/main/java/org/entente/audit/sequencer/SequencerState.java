package org.entente.audit.sequencer;

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

  /** The stored log contradicts itself: nothing will be signed until an operator has looked. */
  record Refusing(String reason) implements SequencerState {}

  /** Shut down. */
  record Stopped() implements SequencerState {}

  /** One sentence for callers, probes and the log. */
  default String sentence() {
    return switch (this) {
      case Leading(var epoch) -> "leading in epoch " + epoch;
      case Following(var leader) -> "following " + leader;
      case Away(var reason) -> "not leading: " + reason;
      case Refusing(var reason) -> "refusing to sign: " + reason;
      case Stopped() -> "stopped";
    };
  }
}
