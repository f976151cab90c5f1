package org.entente.stix.rule;

import org.entente.stix.json.Json;

/// What a property's value may be. Immutable.
interface Kind {
  /// Checks one value; null, which no property may be, is reported by [Structure].
  void check(Json value, Check check);

  /// What the table of rules calls it.
  String label();
}
