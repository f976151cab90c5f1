package org.entente.stix.json;

/// The value that says nothing; STIX has no use for it (STIX 2.1 §2).
public enum JsonNull implements Json {
  NULL
}
