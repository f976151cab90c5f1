package org.entente.indicator.stix;

import java.util.Locale;

/// The text properties the exchange reads; all others stay in the object's bytes.
public enum Property {
  TYPE,
  ID,
  CREATED,
  MODIFIED,
  CREATED_BY_REF;

  private final String key = name().toLowerCase(Locale.ROOT);

  /// The property's name in STIX.
  public String key() {
    return key;
  }
}
