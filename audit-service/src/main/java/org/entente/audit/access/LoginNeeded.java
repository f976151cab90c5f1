package org.entente.audit.access;

/**
 * The browser must go elsewhere first: to its party's identity provider, or, coming back from it,
 * to the page that was asked for. Nothing was refused or shown.
 */
public final class LoginNeeded extends RuntimeException {

  private final String location;

  LoginNeeded(String location) {
    super("log in first", null, false, false);
    this.location = location;
  }

  /** Absolute, as the OpenID Connect mechanism made it. */
  public String location() {
    return location;
  }
}
