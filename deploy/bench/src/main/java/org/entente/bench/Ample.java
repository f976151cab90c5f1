package org.entente.bench;

import java.util.Map;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Terms;

/** Limits nobody meets: what is measured is the exchange, not what was agreed. */
final class Ample {

  private static final String MOST = "1000000";

  private Ample() {}

  static Terms terms() {
    var terms = Terms.USUAL;
    for (var member : Member.ALL) {
      terms = terms.ample(member);
    }
    return terms;
  }

  /** Of auditors, who have limits of their own. */
  static Map<String, String> auditors() {
    return Map.of(
        "entente.limits.client.rate", MOST,
        "entente.limits.client.burst", MOST,
        "entente.limits.party.rate", MOST,
        "entente.limits.party.burst", MOST);
  }

  static Map<String, String> limits() {
    return Map.of("entente.limits.indicator-calls", "256", "entente.limits.audit-calls", "64");
  }
}
