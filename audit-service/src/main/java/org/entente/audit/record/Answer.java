package org.entente.audit.record;

/**
 * What a request is about to be answered.
 *
 * @param code the refusal's stable code, empty when nothing was refused
 * @param bodyLength bytes of the body
 * @param bodySha256 base64url SHA-256 of the body, empty for refusals
 */
public record Answer(Outcome outcome, int status, String code, long bodyLength, String bodySha256) {

  /** An answer that releases this body. */
  public static Answer released(long bodyLength, String bodySha256) {
    return new Answer(Outcome.ALLOWED, 200, "", bodyLength, bodySha256);
  }

  /** An answer that releases nothing. */
  public static Answer refused(int status, String code) {
    return new Answer(status < 500 ? Outcome.DENIED : Outcome.ERROR, status, code, 0, "");
  }
}
