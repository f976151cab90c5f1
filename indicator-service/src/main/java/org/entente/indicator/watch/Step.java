package org.entente.indicator.watch;

/// Where a call's time goes.
public enum Step {
  /// Storing a submission's evidence.
  RECEIVE("receive"),
  /// Having records sequenced by the log, with the wait for the batch that takes them along.
  RECORD("record"),
  /// Letting a submission take effect.
  ADMIT("admit"),
  /// Deciding and building an answer that is recorded afterwards.
  SELECT("select");

  private final String label;

  Step(String label) {
    this.label = label;
  }

  /// Its name in metrics.
  String label() {
    return label;
  }
}
