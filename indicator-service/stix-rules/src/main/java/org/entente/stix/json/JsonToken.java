package org.entente.stix.json;

/// What a text is made of.
public enum JsonToken {
  START_OBJECT,
  END_OBJECT,
  START_ARRAY,
  END_ARRAY,
  NAME,
  TEXT,
  NUMBER,
  TRUE,
  FALSE,
  NULL,
  /// After the last one.
  END
}
