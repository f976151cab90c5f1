package org.entente.audit.review;

import java.util.ArrayList;
import java.util.List;
import org.entente.audit.access.Person;
import org.entente.audit.visibility.AuditScope;

/**
 * Whose auditors a review belongs to, and with whose eyes its entries are seen.
 *
 * @param name a party, or {@code *} for the joint auditors: also the reader whose roll-ups count
 */
public record Owner(String name) {

  /** Whose a review is that somebody who reads this much opens. */
  public static Owner of(AuditScope scope) {
    return new Owner(scope.reader());
  }

  /** Whose reviews exist for this person: its party's, and the joint ones for a joint auditor. */
  static List<Owner> visibleTo(Person person) {
    var owners = new ArrayList<>(List.of(new Owner(person.party())));
    if (person.joint()) {
      owners.add(of(new AuditScope.Joint()));
    }
    return owners;
  }

  /** How much of the log a review of theirs can show, whoever looks. */
  public AuditScope scope() {
    return AuditScope.of(name);
  }

  /** Whether it belongs to the joint auditors. */
  public boolean joint() {
    return scope() instanceof AuditScope.Joint;
  }
}
