package org.entente.audit.administration;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.entente.audit.access.AccessStatement;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.witness.Witnesses;
import org.entente.log.VerifierKey;

/** The rules this log is run by, as they are now. */
@Singleton
final class ConfiguredRules implements Supplier<Rules> {

  private final List<String> keys;
  private final List<String> policy;
  private final AccessStatement access;

  ConfiguredRules(LogKeys keys, Witnesses witnesses, AccessStatement access) {
    this.keys = keys.signing().stream().map(VerifierKey::toString).toList();
    this.policy = new ArrayList<>(access.installed());
    this.policy.add("witness policy\n" + witnesses.text());
    this.access = access;
  }

  @Override
  public Rules get() {
    return Rules.of(keys, policy, access.agreement());
  }
}
