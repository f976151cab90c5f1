package org.entente.audit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.audit.visibility.AuditScope;

/**
 * How much an auditor may read. A joint auditor needs a second role, and is one the exchange lists:
 * roles are given by the partner's own identity provider, which must not decide what that partner
 * sees. Thread-safe.
 */
@Singleton
final class JointAuditors {

  private static final String ROLE = "joint-auditor";

  private final Supplier<Set<Peer.Client>> listed;

  JointAuditors(InForce agreements) {
    this.listed = agreements.derive(JointAuditors::listed);
  }

  private static Set<Peer.Client> listed(Agreement agreement) {
    var listed = new HashSet<Peer.Client>();
    agreement
        .parties()
        .forEach((id, party) ->
            party.auditing().joint().forEach(auditor -> listed.add(new Peer.Client(id, auditor))));
    return listed;
  }

  /**
   * The scope of this auditor of this partner.
   *
   * @param auditor as the list names it: a client's id, or {@code person:} and a user name
   */
  AuditScope scope(String partner, String auditor, SecurityIdentity identity) {
    return listed.get().contains(new Peer.Client(partner, auditor)) && identity.hasRole(ROLE)
        ? new AuditScope.Joint()
        : new AuditScope.OfParty(partner);
  }
}
