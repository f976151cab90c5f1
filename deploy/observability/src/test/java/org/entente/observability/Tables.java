package org.entente.observability;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The metrics that exist, and their labels: as the services' contracts and the table of others say.
 */
record Tables(Map<String, Set<String>> labels) {

  private static final Pattern OWN =
      Pattern.compile("\\| `([a-z_]+)` \\| (\\w+) \\| \\w+ \\|([^|]*)\\|.*");
  private static final Pattern OTHERS =
      Pattern.compile("\\| `([A-Za-z_]+)` \\| [^|]+ \\|([^|]*)\\| [^|]+ \\|");
  private static final List<String> SERVICES =
      List.of("sharing-gateway", "indicator-service", "audit-service");

  /** What Prometheus adds to every series. */
  private static final Set<String> TARGET =
      Set.of("job", "instance", "namespace", "pod", "container", "service", "endpoint");

  static Tables read() {
    var labels = new HashMap<String, Set<String>>();
    for (var service : SERVICES) {
      rows(Path.of("../../" + service + "/contract/METRICS.md"), OWN)
          .forEach(row -> own(row, labels));
    }
    rows(Path.of("METRICS.md"), OTHERS).forEach(row -> add(labels, row.group(1), row.group(2)));
    return new Tables(labels);
  }

  private static List<Matcher> rows(Path file, Pattern form) {
    return Texts.read(Texts.HERE.resolve(file))
        .lines()
        .map(form::matcher)
        .filter(Matcher::matches)
        .toList();
  }

  private static void own(Matcher row, Map<String, Set<String>> labels) {
    if (row.group(2).equals("histogram")) {
      add(labels, row.group(1) + "_bucket", row.group(3) + ", `le`");
      add(labels, row.group(1) + "_count", row.group(3));
      add(labels, row.group(1) + "_sum", row.group(3));
    } else {
      add(labels, row.group(1), row.group(3));
    }
  }

  private static void add(Map<String, Set<String>> labels, String name, String listed) {
    var all = new HashSet<>(TARGET);
    all.addAll(
        Arrays.stream(listed.split(","))
            .map(label -> label.replace("`", "").strip())
            .filter(label -> !label.isEmpty())
            .collect(Collectors.toSet()));
    labels.put(name, all);
  }

  /** What is wrong with this expression; nothing if nothing is. */
  List<String> faults(Expression expression) {
    return expression.uses().stream()
        .flatMap(use ->
            labels.containsKey(use.metric())
                ? use.labels().stream()
                    .filter(label -> !known(use).contains(label))
                    .map(label -> use.metric() + " has no label " + label)
                : java.util.stream.Stream.of("no metric " + use.metric()))
        .toList();
  }

  private Set<String> known(Expression.Use use) {
    return labels.getOrDefault(use.metric(), Set.of());
  }
}
