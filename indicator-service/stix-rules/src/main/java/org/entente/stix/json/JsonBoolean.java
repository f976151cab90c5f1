package org.entente.stix.json;

/// True or false.
public enum JsonBoolean implements Json {
  TRUE,
  FALSE;

  /// As Java has it.
  public boolean value() {
    return this == TRUE;
  }
}
