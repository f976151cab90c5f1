package org.entente.audit.receipt;

import java.util.Locale;
import java.util.Optional;

/** How much a receipt proves. */
enum Stage {
  /** The log has signed: there at once, and what gates the release of data. */
  SEQUENCED,
  /** Enough witnesses have cosigned: seconds later, and what auditors archive. */
  WITNESSED;

  /**
   * Reads a parameter; absent is sequenced.
   *
   * @throws StageUnknown for anything else
   */
  static Stage of(Optional<String> parameter) {
    for (var stage : values()) {
      if (stage.name().toLowerCase(Locale.ROOT).equals(parameter.orElse("sequenced"))) {
        return stage;
      }
    }
    throw new StageUnknown();
  }
}
