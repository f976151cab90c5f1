package org.entente.audit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.audit.visibility.AuditScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All of the log is for whom both agree on: the exchange lists, the identity provider gives. */
class JointAuditorsTest {

  private static AccessConfig config() {
    return new AccessConfig() {
      @Override
      public Set<String> callers() {
        return Set.of();
      }

      @Override
      public List<Path> serviceAnchors() {
        return List.of();
      }

      @Override
      public Map<String, Partner> partners() {
        return Map.of("kr", of(Set.of("kr-auditor", "person:lee")), "eu", of(Set.of()));
      }

      @Override
      public Map<String, Collection> collections() {
        return Map.of();
      }

      @Override
      public Review review() {
        return () -> false;
      }
    };
  }

  private static AccessConfig.Partner of(Set<String> joint) {
    return new AccessConfig.Partner() {
      @Override
      public List<Path> tlsAnchors() {
        return List.of();
      }

      @Override
      public Optional<Set<String>> jointAuditors() {
        return Optional.of(joint);
      }
    };
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

    var scope = new JointAuditors(config()).scope(partner, auditor, identity);

    assertEquals(joint ? new AuditScope.Joint() : new AuditScope.OfParty(partner), scope);
  }
}
