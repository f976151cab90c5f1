package org.entente.e2e.scene;

import java.util.Map;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Extras;
import org.entente.local.exchange.Member;
import org.entente.pki.Pki;

/**
 * The EU's two agencies in these tests: its feed is CERT-EU's, its reader Europol's. Korea is one
 * place.
 */
final class Agencies {

  private static final String CLIENT = "entente.partners.eu.clients.\"%s\".agency";
  private static final String AGENCY = "entente.partners.eu.agencies.%s.roles";

  private Agencies() {}

  static ExchangeSettings in(ExchangeSettings settings) {
    return settings
        .with(
            Pki.GATEWAY,
            Extras.configuration(
                Map.of(
                    CLIENT.formatted(Member.EU.feed()), "cert-eu",
                    CLIENT.formatted(Member.EU.reader()), "europol")))
        .with(
            Pki.INDICATOR_SERVICE,
            Extras.configuration(
                Map.of(
                    AGENCY.formatted("cert-eu"), "duty-officer",
                    AGENCY.formatted("europol"), "duty-officer")));
  }
}
