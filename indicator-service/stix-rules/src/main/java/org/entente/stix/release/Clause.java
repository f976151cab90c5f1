package org.entente.stix.release;

/// The clauses of the release rule, in the order they are looked at. Every one must admit.
public enum Clause {
  MARKING_UNKNOWN("its markings can be read", "it has a marking that cannot be read here"),
  MARKING_MISSING("it says how far it may go", "it has no TLP marking"),
  COLLECTION("the collection reaches this reader", "the collection does not reach this reader"),
  RECIPIENTS("the manifest names this reader", "the manifest names other recipients"),
  RELEASABILITY("it is releasable to this reader", "it is releasable to others"),
  TLP("its TLP level allows this reader", "its TLP level needs this reader to be named");

  private final String admitted;
  private final String withheld;

  Clause(String admitted, String withheld) {
    this.admitted = admitted;
    this.withheld = withheld;
  }

  /// One clause of a sentence about the object, for its producer only.
  public String text(boolean admits) {
    return admits ? admitted : withheld;
  }
}
