package org.entente.audit.access;

import org.entente.audit.record.Actor;
import org.entente.audit.visibility.AuditScope;

/**
 * Somebody who looks at the log through a browser, logged in at its own party's identity provider.
 *
 * @param name user name there
 * @param scope how much of the log there is to read
 * @param idToken as issued, for ending the session there
 */
public record Person(String party, String name, AuditScope scope, Actor actor, String idToken) {

  /** Before the user name wherever clients are named too, none of whose ids has a colon. */
  static final String PREFIX = "person:";

  /** Whether there is nothing this person may not read. */
  public boolean joint() {
    return scope instanceof AuditScope.Joint;
  }

  @Override
  public String toString() {
    return actor.client(); // a token must not end in a log
  }
}
