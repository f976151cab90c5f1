package org.entente.indicator.call;

import java.util.Map;

/// The bytes of an answer and how they are labelled.
public final class Payload {
  private final int status;
  private final String type;
  private final byte[] body;
  private final Map<String, String> headers;

  /// Takes ownership of the body.
  public Payload(int status, String type, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.headers = Map.copyOf(headers);
  }

  /// HTTP status.
  public int status() {
    return status;
  }

  String type() {
    return type;
  }

  byte[] body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }
}
