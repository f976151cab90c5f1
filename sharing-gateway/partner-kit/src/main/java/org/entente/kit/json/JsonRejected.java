package org.entente.kit.json;

/** The bytes are not the strict JSON that every part of the exchange demands (I-JSON, RFC 7493). */
public final class JsonRejected extends RuntimeException {

  /** {@code detail} is a sentence for people; it never quotes the input. */
  public JsonRejected(String detail) {
    super(detail);
  }
}
