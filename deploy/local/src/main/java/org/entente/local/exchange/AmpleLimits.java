package org.entente.local.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Limits at the gateway that nobody meets, for when something else is measured or tried. */
public final class AmpleLimits {

  private static final String MUCH = "1000000";

  private AmpleLimits() {}

  /** As the gateway is told: of this member, its feed and its reader. */
  public static Map<String, String> of(Member member) {
    var party = "entente.partners." + member.id() + ".";
    Map<String, String> limits = new HashMap<>();
    for (var figure : List.of("rate", "burst", "requests")) {
      limits.put(party + "limits." + figure, MUCH);
      for (var client : List.of(member.feed(), member.reader())) {
        limits.put(party + "clients.\"" + client + "\".limits." + figure, MUCH);
      }
    }
    return limits;
  }
}
