package org.entente.audit.administration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.access.AccessStatement;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.witness.Witnesses;

/** The rules this log is run by, as configured. */
final class ConfiguredRules {

  @Produces
  @Singleton
  Rules rules(LogKeys keys, Witnesses witnesses, AccessStatement access) {
    var policy = new ArrayList<>(access.lines());
    policy.add("witness policy\n" + witnesses.text());
    return Rules.of(List.of(keys.ed25519().toString(), keys.mlDsa44().toString()), policy);
  }
}
