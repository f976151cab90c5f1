package org.entente.gateway.watch;

/** Where a request's time goes. */
public enum Step {
  /** Certificate, limits and token, up to a known caller. */
  DOOR("door"),
  /** Reading the body. */
  BODY("body"),
  /** The submission manifest: form, signature, claims, partner, digest. */
  MANIFEST("manifest"),
  /** The indicator-service, with the wait for a place there. */
  INSIDE("inside"),
  /** The audit-service, with the wait for a place there: a record or a receipt. */
  LOG("log");

  private final String label;

  Step(String label) {
    this.label = label;
  }

  /** Its name in metrics. */
  String label() {
    return label;
  }
}
