package org.entente.indicator.lookup;

/// One value somebody asks about.
///
/// @param value as pasted
/// @param chain what it is said to be on: a name, ticker or CAIP-2 id; empty when nothing is said
/// @param type the STIX type it is said to have; empty when nothing is said
/// @param fault why the line could not be read; empty when it could
record Question(String value, String chain, String type, String fault) {
  static Question of(String value) {
    return new Question(value, "", "", "");
  }

  static Question malformed(String fault) {
    return new Question("", "", "", fault);
  }
}
