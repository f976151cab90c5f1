package org.entente.audit.refusal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal on the wire (RFC 9457). */
@Schema(name = "Problem", description = "A refusal (RFC 9457) with its stable code.")
public record Problem(String type, String title, int status, RefusalCode code, String detail) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(RefusalCode code, String detail) {
    return new Problem("about:blank", code.title(), code.status(), code, detail);
  }
}
