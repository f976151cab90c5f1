package org.entente.stix.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Selectors of granular markings (STIX 2.1 §7.2.3.1): property names, dictionary keys and `[n]`,
/// joined by dots. Keys may stand in single quotes, as some products write them.
final class Selectors {
  /// Whoever may not read these cannot read the object at all.
  private static final Set<String> NEVER =
      Set.of("type", "id", "created", "modified", "spec_version");

  static final Kind KIND = Kinds.kind("selector", Selectors::check);

  private Selectors() {}

  private static void check(Json value, Check check) {
    String selector = check.text(value);
    if (selector == null) {
      return;
    }
    if (!selects(check.object(), selector)) {
      check.report(Rule.MARKING_SELECTOR, Check.quoted(selector) + " selects nothing");
    } else if (NEVER.contains(selector)) {
      check.report(Rule.MARKING_SELECTOR, selector + " must not be marked apart");
    }
  }

  /// Whether the selector selects something in the object.
  static boolean selects(JsonObject object, String selector) {
    List<String> steps = steps(selector);
    Json at = object;
    for (String step : steps) {
      at = step(at, step);
      if (at == null) {
        return false;
      }
    }
    return !steps.isEmpty();
  }

  private static List<String> steps(String selector) {
    List<String> steps = new ArrayList<>();
    int from = 0;
    while (from <= selector.length()) {
      boolean quoted = from < selector.length() && selector.charAt(from) == '\'';
      int end = quoted ? selector.indexOf('\'', from + 1) : selector.indexOf('.', from);
      end = end < 0 ? selector.length() : end;
      steps.add(selector.substring(quoted ? from + 1 : from, end));
      from = quoted ? end + 2 : end + 1;
    }
    return steps;
  }

  private static @Nullable Json step(Json at, String step) {
    return switch (at) {
      case JsonObject object -> object.get(step);
      case JsonArray array -> element(array, step);
      default -> null;
    };
  }

  private static @Nullable Json element(JsonArray array, String step) {
    int digits = step.length() - 2;
    if (digits < 1 || digits > 6 || step.charAt(0) != '[' || step.charAt(digits + 1) != ']') {
      return null;
    }
    int index = 0;
    for (int i = 1; i <= digits; i++) {
      int digit = step.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      index = index * 10 + digit;
    }
    return index < array.size() ? array.elements().get(index) : null;
  }
}
