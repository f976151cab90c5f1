package org.entente.bench;

import java.util.HashMap;
import java.util.Map;
import org.entente.local.exchange.AmpleLimits;
import org.entente.local.exchange.Member;

/** Limits nobody meets: what is measured is the exchange, not what was agreed. */
final class Ample {

  private Ample() {}

  static Map<String, String> limits() {
    Map<String, String> limits = new HashMap<>();
    Member.ALL.forEach(member -> limits.putAll(AmpleLimits.of(member)));
    limits.put("entente.limits.indicator-calls", "256");
    limits.put("entente.limits.audit-calls", "64");
    return limits;
  }
}
