package org.entente.audit.limit;

import org.entente.agreement.limit.Figures;

/** What each client, each party, and those who count for nobody may have. */
record DoorFigures(Figures client, Figures party, Figures strangers) {

  static DoorFigures of(LimitsConfig config) {
    var client = config.client();
    var party = config.party();
    var strangers = config.strangers();
    return new DoorFigures(
        new Figures(client.rate(), client.burst(), client.requests()),
        new Figures(party.rate(), party.burst(), party.requests()),
        new Figures(strangers.rate(), strangers.burst(), strangers.requests()));
  }
}
