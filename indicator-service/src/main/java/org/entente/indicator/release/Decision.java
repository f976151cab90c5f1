package org.entente.indicator.release;

/// What becomes of one object for one partner.
public sealed interface Decision {
  /// The partner may see it.
  record Release() implements Decision {}

  /// The partner must not notice it.
  record Withhold(Reason reason) implements Decision {}

  /// Why an object is withheld; told to its producer only.
  enum Reason {
    NOT_IN_AUDIENCE("the collection does not reach this partner"),
    NOT_A_RECIPIENT("the manifest names other recipients"),
    TLP_RED("TLP:RED is for named persons and not released in bulk");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /// One clause for the producer's status.
    public String text() {
      return text;
    }
  }
}
