package org.entente.audit.console;

import org.entente.audit.visibility.AuditScope;

/** Under which name the roll-ups count what a scope may read. */
final class Readers {

  private static final String JOINT = "*";

  private Readers() {}

  static String of(AuditScope scope) {
    return switch (scope) {
      case AuditScope.Joint _ -> JOINT;
      case AuditScope.OfParty(var party) -> party;
    };
  }
}
