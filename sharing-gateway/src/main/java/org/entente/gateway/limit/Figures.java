package org.entente.gateway.limit;

import org.entente.agreement.Party;
import org.entente.gateway.partner.LimitsConfig.Strangers;

/**
 * The configured limits of one client, agency or party.
 *
 * @param rate requests a second that it may keep up
 * @param burst requests at once after a pause
 * @param requests most in the house at the same time
 */
record Figures(int rate, int burst, int requests) {

  private static final int MOST = 1_000_000;

  /** Refuses what no bucket takes, so that a mistake shows at start. */
  Figures {
    require("rate", rate);
    require("burst", burst);
    require("requests", requests);
  }

  static Figures of(Party.Limits agreed) {
    return new Figures(agreed.rate(), agreed.burst(), agreed.requests());
  }

  static Figures of(Strangers config) {
    return new Figures(config.rate(), config.burst(), config.requests());
  }

  private static void require(String name, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(
          "limits." + name + " must be 1 to " + MOST + ", not " + value);
    }
  }
}
