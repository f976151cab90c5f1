package org.entente.observability;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do, by symptom. */
final class Runbook {

  private static final Path FILE = Texts.HERE.resolve("../RUNBOOK.md");

  private Runbook() {}

  /** Its headings of the second level. */
  static List<String> headings() {
    return Texts.read(FILE)
        .lines()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
  }

  /** The same as links name them. */
  static Set<String> anchors() {
    return headings().stream()
        .map(heading ->
            heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
