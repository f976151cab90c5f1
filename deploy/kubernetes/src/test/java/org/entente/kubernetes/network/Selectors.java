package org.entente.kubernetes.network;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;

/** Label selectors; an empty one selects everything. */
final class Selectors {

  static boolean selects(LabelSelector selector, Map<String, String> labels) {
    var wanted = selector.getMatchLabels();
    return (wanted == null || labels.entrySet().containsAll(wanted.entrySet()))
        && selector.getMatchExpressions().stream().allMatch(term -> holds(term, labels));
  }

  private static boolean holds(LabelSelectorRequirement term, Map<String, String> labels) {
    var value = labels.get(term.getKey());
    return switch (term.getOperator()) {
      case "In" -> value != null && term.getValues().contains(value);
      case "NotIn" -> value == null || !term.getValues().contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> throw new IllegalArgumentException("no operator " + term.getOperator());
    };
  }

  private Selectors() {}
}
