package org.entente.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The service's own metrics, as a running one shows them or as contract/METRICS.md promises them.
 *
 * @param byName type, unit and labels of each
 */
record Scraped(Map<String, Kind> byName) {

  private static final Path TABLE = Path.of("contract", "METRICS.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z_]+)` \\| (\\w+) \\| (\\w+) \\|([^|]*)\\| [^|]+ \\| [^|]+ \\|");
  private static final Pattern TYPE = Pattern.compile("# TYPE ([a-z_]+) (\\w+)");
  private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"[^\"]*\"");
  private static final Set<String> OF_HISTOGRAMS = Set.of("le");
  private static final List<String> UNITS = List.of("seconds", "bytes");

  /**
   * What is known of one.
   *
   * @param unit empty when its name does not say it
   */
  record Kind(String type, String unit, Set<String> labels) {}

  /** What the table says. */
  static Scraped promised() throws IOException {
    var byName = new TreeMap<String, Kind>();
    for (var line : Files.readAllLines(TABLE)) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        byName.put(row.group(1), new Kind(row.group(2), named(row.group(3)), list(row.group(4))));
      }
    }
    return new Scraped(byName);
  }

  /** What this text of Prometheus has of metrics whose names begin so. */
  static Scraped of(String text, String prefix) {
    var types = new TreeMap<String, String>();
    text.lines()
        .map(TYPE::matcher)
        .filter(type -> type.matches() && type.group(1).startsWith(prefix))
        .forEach(type -> types.put(type.group(1), type.group(2)));
    // Micrometer's maximum of a histogram comes with it.
    types
        .keySet()
        .removeIf(name ->
            name.endsWith("_max")
                && "histogram".equals(types.get(name.substring(0, name.length() - 4))));
    var byName = new TreeMap<String, Kind>();
    types.forEach((name, type) -> byName.put(name, new Kind(type, unit(name), labels(text, name))));
    return new Scraped(byName);
  }

  private static Set<String> labels(String text, String name) {
    return text.lines()
        .map(SAMPLE::matcher)
        .filter(sample -> sample.matches() && family(sample.group(1)).equals(name))
        .flatMap(sample -> LABEL.matcher(Optional.ofNullable(sample.group(2)).orElse("")).results())
        .map(label -> label.group(1))
        .filter(label -> !OF_HISTOGRAMS.contains(label))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String family(String sample) {
    return sample.replaceAll("_(bucket|count|sum)$", "");
  }

  private static String unit(String name) {
    return UNITS.stream().filter(name.replace("_total", "")::endsWith).findFirst().orElse("");
  }

  private static String named(String unit) {
    return UNITS.contains(unit) ? unit : "";
  }

  private static Set<String> list(String labels) {
    return Arrays.stream(labels.split(","))
        .map(label -> label.replace("`", "").strip())
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
