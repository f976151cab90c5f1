package org.entente.audit.record;

import java.util.Optional;

/**
 * What a request is about to be answered.
 *
 * @param code the refusal's stable code, empty when nothing was refused
 * @param body what leaves
 * @param act what is about to be done
 * @param revocationList the list that says a certificate is revoked
 */
public record Answer(
    Outcome outcome,
    int status,
    String code,
    Body body,
    Optional<Act> act,
    Optional<String> revocationList) {

  private static final int SEE_OTHER = 303;

  /**
   * What leaves with it.
   *
   * @param length bytes
   * @param sha256 base64url, empty when nothing leaves
   */
  public record Body(long length, String sha256) {
    static final Body NONE = new Body(0, "");
  }

  /** An answer that releases this body. */
  public static Answer released(long bodyLength, String bodySha256) {
    return new Answer(
        Outcome.ALLOWED,
        200,
        "",
        new Body(bodyLength, bodySha256),
        Optional.empty(),
        Optional.empty());
  }

  /** An answer that sends a browser to a page, after this is done. */
  public static Answer done(Act act) {
    return new Answer(
        Outcome.ALLOWED, SEE_OTHER, "", Body.NONE, Optional.of(act), Optional.empty());
  }

  /** An answer that releases nothing. */
  public static Answer refused(int status, String code) {
    return new Answer(
        status < 500 ? Outcome.DENIED : Outcome.ERROR,
        status,
        code,
        Body.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /** The same, on account of this list of revoked certificates. */
  public Answer by(Optional<String> list) {
    return new Answer(outcome, status, code, body, act, list);
  }
}
