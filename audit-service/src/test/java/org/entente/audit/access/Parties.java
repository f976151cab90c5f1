package org.entente.audit.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Anchors;
import org.entente.agreement.Party;
import org.entente.agreement.Party.Auditing;
import org.entente.agreement.Party.IdentityProvider;
import org.entente.agreement.Party.Limits;

/** Parties of which only what a test is about is agreed. */
public final class Parties {

  private static final Anchors NONE = new Anchors(Set.of());

  /** Which of its auditors read everything. */
  public static Party with(Set<String> joint) {
    return new Party(
        "",
        Set.of(),
        Map.of(),
        NONE,
        Optional.empty(),
        new IdentityProvider("", "", "", "", NONE),
        Map.of(),
        new Limits(1, 1, 1),
        new Auditing(joint, false, Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  private Parties() {}
}
