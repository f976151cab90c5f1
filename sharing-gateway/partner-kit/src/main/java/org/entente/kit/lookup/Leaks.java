package org.entente.kit.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.address.Secret;
import org.entente.stix.address.Secrets;

/// Private keys and seed phrases among values. A phrase that came apart, a word on each line or an
/// argument without quotes, is found, too.
final class Leaks {

  private Leaks() {}

  /// By place in the list, what must not leave the machine.
  static Map<Integer, Secret.Kind> among(List<String> values) {
    List<Integer> starts = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (String value : values) {
      starts.add(all.length());
      all.append(value).append('\n');
    }
    Map<Integer, Secret.Kind> leaks = new HashMap<>();
    int place = 0;
    for (Secret secret : everySecret(all)) {
      while (place + 1 < starts.size() && starts.get(place + 1) <= secret.start()) {
        place++;
      }
      for (int of = place; of < starts.size() && starts.get(of) < secret.end(); of++) {
        leaks.put(of, secret.kind());
      }
    }
    return leaks;
  }

  /// They are found a few at a time.
  private static List<Secret> everySecret(CharSequence text) {
    List<Secret> every = new ArrayList<>();
    int from = 0;
    for (List<Secret> some = find(text, from); !some.isEmpty(); some = find(text, from)) {
      every.addAll(some);
      from = some.getLast().end();
    }
    return every;
  }

  private static List<Secret> find(CharSequence text, int from) {
    return Secrets.find(text.subSequence(from, text.length())).stream()
        .map(secret -> new Secret(secret.kind(), from + secret.start(), from + secret.end()))
        .toList();
  }
}
