package org.entente.observability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A PromQL expression, as far as its tokens tell: which metrics it uses, with which labels. What is
 * grouped or matched by is asked of every metric in it.
 */
record Expression(List<Use> uses) {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>[0-9]+(?:\\.[0-9]+)?(?:[smhdw])?)"
              + "|(?<name>[A-Za-z_:][A-Za-z0-9_:]*)|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^<>=(){}\\[\\],])");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "offset", "bool");
  private static final Set<String> LABELLED = Set.of("by", "on", "without", "ignoring");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sum",
          "min",
          "max",
          "count",
          "absent",
          "increase",
          "rate",
          "changes",
          "time",
          "vector",
          "label_replace",
          "histogram_quantile");

  /** One metric and the labels that are asked of it. */
  record Use(String metric, Set<String> labels) {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Expression parse(String text) {
    var tokens = tokens(text);
    requireBalanced(text, tokens);
    var uses = new ArrayList<Use>();
    var grouping = new HashSet<String>();
    for (var at = 0; at < tokens.size(); at++) {
      var token = tokens.get(at);
      var next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
      if (LABELLED.contains(token)) {
        at = names(tokens, at + 2, ")", grouping);
      } else if (isName(token) && next.equals("(")) {
        require(FUNCTIONS.contains(token) || OPERATORS.contains(token), "unknown " + token, text);
      } else if (isName(token) && !OPERATORS.contains(token) && !FUNCTIONS.contains(token)) {
        var labels = new HashSet<String>();
        at = next.equals("{") ? names(tokens, at + 2, "}", labels) : at;
        uses.add(new Use(token, labels));
      }
    }
    return new Expression(uses.stream().map(use -> grouped(use, grouping)).toList());
  }

  private static Use grouped(Use use, Set<String> grouping) {
    var all = new HashSet<>(use.labels());
    // A histogram's other parts are not grouped by its boundaries, nor are other operands.
    all.addAll(grouping.stream().filter(label -> !label.equals("le")).collect(Collectors.toSet()));
    return new Use(use.metric(), all);
  }

  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    var end = 0;
    while (end < text.length()) {
      require(matcher.find(end) && matcher.start() == end, "unreadable at " + end, text);
      end = matcher.end();
      if (!matcher.group().isBlank()) {
        tokens.add(matcher.group());
      }
    }
    return tokens;
  }

  /** Collects the names before this end; the place of the end. */
  private static int names(List<String> tokens, int from, String end, Set<String> into) {
    var at = from;
    for (; !tokens.get(at).equals(end); at++) {
      if (isName(tokens.get(at))) {
        into.add(tokens.get(at));
      }
    }
    return at;
  }

  private static boolean isName(String token) {
    return token.matches("[A-Za-z_:].*");
  }

  private static void requireBalanced(String text, List<String> tokens) {
    for (var pair : List.of("()", "{}", "[]")) {
      var opened = tokens.stream().filter(pair.substring(0, 1)::equals).count();
      var closed = tokens.stream().filter(pair.substring(1)::equals).count();
      require(opened == closed, "unbalanced " + pair, text);
    }
  }

  private static void require(boolean so, String fault, String text) {
    if (!so) {
      throw new IllegalArgumentException(fault + ": " + text);
    }
  }
}
