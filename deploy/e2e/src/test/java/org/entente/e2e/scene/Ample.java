package org.entente.e2e.scene;

import java.util.HashMap;
import java.util.Map;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Member;
import org.entente.pki.Pki;

/**
 * The EU may ask as much as it likes in these tests, some of which have it refused all the time.
 * Korea has the limits every partner has when nothing else is agreed.
 */
final class Ample {

  private static final String PARTY = "entente.partners.eu.";

  private Ample() {}

  static ExchangeSettings forTheEu(ExchangeSettings settings) {
    Map<String, String> limits = new HashMap<>();
    for (var figure : new String[] {"rate", "burst", "requests"}) {
      limits.put(PARTY + "limits." + figure, "1000000");
      for (var client : new String[] {Member.EU.feed(), Member.EU.reader()}) {
        limits.put(PARTY + "clients.\"" + client + "\".limits." + figure, "1000000");
      }
    }
    return settings.configured(Pki.GATEWAY, limits);
  }
}
