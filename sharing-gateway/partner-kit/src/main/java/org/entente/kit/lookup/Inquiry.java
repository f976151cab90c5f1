package org.entente.kit.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.entente.kit.json.JsonText;
import org.entente.kit.json.StrictJson;
import org.entente.stix.address.Secret;
import org.entente.stix.observable.Observables;

/// Asks about any number of values, some at a time, and hands over one answer for each, in order.
/// For what must not leave the machine, or is too long, the answer is made here. Not thread-safe.
public final class Inquiry {

  private final UnaryOperator<List<String>> exchange;
  private final Consumer<Answer> answers;
  private long asked;

  /// @param exchange gives one line for each value, in order
  /// @param answers gets each answer as it comes
  public Inquiry(UnaryOperator<List<String>> exchange, Consumer<Answer> answers) {
    this.exchange = exchange;
    this.answers = answers;
  }

  /// Asks about some values, not more than the exchange takes at once.
  public void ask(List<String> values) {
    Map<Integer, Secret.Kind> leaks = Leaks.among(values);
    Map<Integer, Answer> own = new HashMap<>();
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      asked++;
      if (leaks.containsKey(i)) {
        own.put(i, notSent("ADDRESS_IS_SECRET", "has " + leaks.get(i).text()));
      } else if (values.get(i).length() > Observables.LONGEST) {
        own.put(i, notSent("VALUE_TOO_LONG", "has over " + Observables.LONGEST + " characters"));
      } else {
        sent.add(values.get(i));
      }
    }
    Served served = new Served(sent, exchange);
    for (int i = 0; i < values.size(); i++) {
      Answer mine = own.get(i);
      answers.accept(mine == null ? served.next() : mine);
    }
  }

  /// In the form of the exchange's own answers.
  private Answer notSent(String code, String what) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("detail", "value " + asked + " " + what + " and was not sent");
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("asked", StrictJson.NULL);
    members.put("error", error);
    return new Answer(JsonText.of(members), new KnownValue(members));
  }
}
