package org.entente.audit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.audit.visibility.AuditScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All of the log is for whom both agree on: the exchange lists, the identity provider gives. */
class JointAuditorsTest {

  private static InForce agreements() {
    var parties =
        Map.of(
            "kr", Parties.with(Set.of("kr-auditor", "person:lee")), "eu", Parties.with(Set.of()));
    return new InForce(new Agreement("", "", Optional.empty(), parties, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "kr, kr-auditor, joint-auditor, true",
    "kr, person:lee, joint-auditor, true",
    "kr, person:lee, auditor, false",
    "kr, person:kim, joint-auditor, false",
    "eu, person:lee, joint-auditor, false",
    "kr, lee, joint-auditor, false", // a client called like a listed person
    "kr, person:kr-auditor, joint-auditor, false" // a person called like a listed client
  })
  void who_is_one(String partner, String auditor, String role, boolean joint) {
    var identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(auditor))
            .addRole(role)
            .build();

    var scope = new JointAuditors(agreements()).scope(partner, auditor, identity);

    assertEquals(joint ? new AuditScope.Joint() : new AuditScope.OfParty(partner), scope);
  }
}
