package org.entente.agreement.limit;

import org.entente.agreement.Party;

/**
 * How much somebody may have.
 *
 * @param rate requests a second that can be kept up
 * @param burst requests at once after a pause
 * @param requests most in the house at the same time
 */
public record Figures(int rate, int burst, int requests) {

  private static final int MOST = 1_000_000;

  /** Refuses what no bucket takes, so that a mistake shows at start. */
  public Figures {
    require("rate", rate);
    require("burst", burst);
    require("requests", requests);
  }

  /** As agreed. */
  public static Figures of(Party.Limits agreed) {
    return new Figures(agreed.rate(), agreed.burst(), agreed.requests());
  }

  private static void require(String name, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(
          "limits." + name + " must be 1 to " + MOST + ", not " + value);
    }
  }
}
