package org.entente.kit.profile;

/** A profile, key or trust file is missing or not what it should be. The message names the file. */
public final class ProfileInvalid extends RuntimeException {

  /** With a sentence for people. */
  public ProfileInvalid(String detail) {
    super(detail);
  }

  /** With its cause. */
  public ProfileInvalid(String detail, Throwable cause) {
    super(detail, cause);
  }
}
