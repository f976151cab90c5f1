package org.entente.bench;

import java.util.HashMap;
import java.util.Map;
import org.entente.local.exchange.Member;

/** Limits nobody meets: what is measured is the exchange, not what was agreed. */
final class Ample {

  private static final String MUCH = "1000000";

  private Ample() {}

  static Map<String, String> limits() {
    Map<String, String> limits = new HashMap<>();
    for (var member : Member.ALL) {
      var party = "entente.partners." + member.id() + ".";
      for (var figure : new String[] {"rate", "burst", "requests"}) {
        limits.put(party + "limits." + figure, MUCH);
        limits.put(party + "clients.\"" + member.feed() + "\".limits." + figure, MUCH);
        limits.put(party + "clients.\"" + member.reader() + "\".limits." + figure, MUCH);
      }
    }
    limits.put("entente.limits.indicator-calls", "256");
    limits.put("entente.limits.audit-calls", "64");
    return limits;
  }
}
