package org.entente.audit.administration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.entente.audit.access.AccessStatement;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.witness.Witnesses;
import org.entente.log.VerifierKey;

/** The rules this log is run by, as configured. */
final class ConfiguredRules {

  @Produces
  @Singleton
  Rules rules(LogKeys keys, Witnesses witnesses, AccessStatement access) {
    var policy = new ArrayList<>(access.lines());
    policy.add("witness policy\n" + witnesses.text());
    return Rules.of(keys.signing().stream().map(VerifierKey::toString).toList(), policy);
  }
}
