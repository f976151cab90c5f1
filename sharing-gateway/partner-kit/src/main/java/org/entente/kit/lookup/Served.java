package org.entente.kit.lookup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/// The exchange's answers about some values, in order. Those that did not fit one answer are asked
/// for again; the first value always fits. Not thread-safe.
final class Served {

  private final List<String> values;
  private final UnaryOperator<List<String>> exchange;
  private final Deque<Answer> ready = new ArrayDeque<>();
  private int answered;

  Served(List<String> values, UnaryOperator<List<String>> exchange) {
    this.values = values;
    this.exchange = exchange;
  }

  /// The answer about the next value.
  Answer next() {
    if (ready.isEmpty()) {
      for (String line : exchange.apply(values.subList(answered, values.size()))) {
        Answer answer = Answer.of(line);
        if (!ready.isEmpty() && answer.isCutOff()) {
          break;
        }
        ready.add(answer);
      }
      answered += ready.size();
    }
    return ready.remove();
  }
}
