package org.entente.identity;

import java.util.List;
import java.util.Map;

/**
 * A person who logs in with a name and a password.
 *
 * @param roles realm roles
 */
public record KeycloakUser(String name, String password, List<String> roles) {

  public KeycloakUser {
    roles = List.copyOf(roles);
  }

  /** Reads what its party may read of the log. */
  public static KeycloakUser auditor(String name, String password) {
    return new KeycloakUser(name, password, List.of(KeycloakRealm.AUDITOR));
  }

  /** Reads the whole log, where the exchange lists it as one who may. */
  public static KeycloakUser jointAuditor(String name, String password) {
    return new KeycloakUser(
        name, password, List.of(KeycloakRealm.AUDITOR, KeycloakRealm.JOINT_AUDITOR));
  }

  /** The user as a realm's import names it; without a full profile Keycloak would ask for one. */
  Map<String, Object> json() {
    return Map.of(
        "username",
        name,
        "enabled",
        true,
        "email",
        name + "@example.org",
        "emailVerified",
        true,
        "firstName",
        name,
        "lastName",
        "Auditor",
        "credentials",
        List.of(Map.of("type", "password", "value", password, "temporary", false)),
        "realmRoles",
        roles);
  }

  @Override
  public String toString() {
    return name; // a password must not end in a log
  }
}
