package org.entente.stix.json;

/// The text is no I-JSON.
public final class JsonRejected extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long offset;
  private final String reason;

  /// @param offset byte where the text stops being I-JSON
  JsonRejected(long offset, String reason) {
    super("byte " + offset + ": " + reason, null, false, false);
    this.offset = offset;
    this.reason = reason;
  }

  /// The byte where the text stops being I-JSON, from 0.
  public long offset() {
    return offset;
  }

  /// What is wrong there.
  public String reason() {
    return reason;
  }
}
