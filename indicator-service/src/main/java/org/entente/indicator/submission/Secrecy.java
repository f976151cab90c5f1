package org.entente.indicator.submission;

import java.util.ArrayList;
import java.util.List;
import org.entente.indicator.act.Act;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Call;
import org.entente.indicator.envelope.Envelope;
import org.entente.indicator.refusal.Refusal.SecretFound;
import org.entente.stix.json.JsonText;
import org.entente.stix.rule.SecretScan;
import org.entente.stix.rule.SecretScan.Leak;

/// Evidence is stored whole, so a body with a private key or seed phrase anywhere in it is refused
/// whole and leaves an alarm in the log.
final class Secrecy {
  private Secrecy() {}

  /// @throws SecretFound when there is one
  static void require(Call call, Envelope envelope) {
    List<String> places = new ArrayList<>();
    envelope
        .besides()
        .forEach((name, value) -> places.addAll(places("", SecretScan.of(name, value))));
    for (int i = 0; i < envelope.objects().size(); i++) {
      places.addAll(places("/objects/" + i, SecretScan.of(envelope.objects().get(i).json())));
    }
    refuse(call, places);
  }

  /// @throws SecretFound when there is one in a reason, the only free text of acts
  static void require(Call call, List<Act> acts) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < acts.size(); i++) {
      List<Leak> leaks = SecretScan.of("reason", new JsonText(acts.get(i).reason()));
      places.addAll(places("/acts/" + i, leaks));
    }
    refuse(call, places);
  }

  private static List<String> places(String pointer, List<Leak> leaks) {
    return leaks.stream()
        .map(leak -> pointer + leak.pointer() + " has " + leak.kind().text())
        .toList();
  }

  private static void refuse(Call call, List<String> places) {
    if (!places.isEmpty()) {
      call.note(Fact.SECRETS, places.size());
      throw new SecretFound(
          places.getFirst() + ": whoever sees it owns the money, so nothing was kept");
    }
  }
}
