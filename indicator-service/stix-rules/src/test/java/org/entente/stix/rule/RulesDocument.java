package org.entente.stix.rule;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables the validator works by, as a page to read.
final class RulesDocument {
  private static final String HEAD =
      """
      # What is valid STIX 2.1 here

      Written from the validator's own tables; a test fails when the two differ. Sections are those of STIX 2.1 (OASIS
      Standard, 10 June 2021), whose typing errors Errata 01 corrects. An error refuses the object, a warning accepts it
      and tells its producer. Each finding names its rule, a JSON pointer and the section.

      - `strict-gov` (default): what the standard demands, and an explicit marking, author and definition of everything.
      - `compat`: what common products write is accepted with a warning where the standard can bear it.
      """;

  private RulesDocument() {}

  static String write() {
    Limits limits = Limits.USUAL;
    return Stream.of(
            HEAD,
            "## Rules\n\n" + rules(),
            "## Limits\n\n"
                + """
                An object has at most %d bytes, %d levels, %d properties in one object or dictionary, %d elements in one
                list, %d characters in one text (contents of an artifact excepted).
                """
                    .formatted(
                        limits.bytes(),
                        limits.depth(),
                        limits.properties(),
                        limits.elements(),
                        limits.text()),
            "## Types\n\n`R` is required. Common properties (§3.2) are in every table.\n\n"
                + types(),
            "## Parts of objects\n\n" + parts(),
            "## Extensions of the standard\n\n" + extensions(),
            "## Extensions known here\n\n" + known(),
            "## Relationships\n\n`related-to` goes anywhere, `derived-from` and `duplicate-of` join one type (§3.7). Others warn.\n\n"
                + relationships(),
            "## Closed lists\n\n" + vocabularies(Vocabularies.CLOSED),
            "## Open vocabularies\n\n" + vocabularies(Vocabularies.OPEN))
        .map(String::strip)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String rules() {
    return Arrays.stream(Rule.values())
        .map(rule ->
            "| `%s` | %s | %s | %s | %s |"
                .formatted(
                    rule.name(),
                    word(rule, Profile.STRICT_GOV),
                    word(rule, Profile.COMPAT),
                    rule.section().isEmpty() ? "the property's" : rule.section(),
                    rule.sentence()))
        .collect(
            lines("| rule | strict-gov | compat | section | broken by |\n|---|---|---|---|---|\n"));
  }

  private static String word(Rule rule, Profile profile) {
    return rule.severity(profile).name().toLowerCase(Locale.ROOT);
  }

  private static String types() {
    return ObjectTypes.all().stream()
        .map(type -> table(type.shape(), type.stixClass().label(), identifier(type)) + advice(type))
        .collect(Collectors.joining("\n\n"));
  }

  private static String identifier(ObjectType type) {
    if (type.stixClass() != StixClass.SCO) {
      return "";
    }
    return type.contributing().isEmpty()
        ? "- identifier: random\n"
        : "- identifier made from " + String.join(", ", type.contributing()) + "\n";
  }

  private static String advice(ObjectType type) {
    return Advice.of(type.name()).stream()
        .map(advice -> "\n- should: " + advice.label())
        .collect(Collectors.joining());
  }

  private static String parts() {
    return Stream.of(Parts.EXTERNAL_REFERENCE, Parts.KILL_CHAIN_PHASE, Parts.GRANULAR_MARKING)
        .map(shape -> table(shape, "part", ""))
        .collect(Collectors.joining("\n\n"));
  }

  private static String extensions() {
    return PredefinedExtensions.ALL.stream()
        .map(extension -> table(extension.shape(), "of " + extension.type(), ""))
        .collect(Collectors.joining("\n\n"));
  }

  private static String known() {
    return KnownExtensions.ALL.stream()
        .map(shape -> "- `" + shape.name() + "` " + shape.section())
        .collect(Collectors.joining("\n"));
  }

  private static String table(Shape shape, String what, String more) {
    String constraints =
        shape.constraints().stream()
            .map(constraint -> "- " + constraint.label() + "\n")
            .collect(Collectors.joining());
    return "### %s (%s, %s)\n\n%s%s%s"
        .formatted(
            shape.name(),
            what,
            shape.section(),
            properties(shape),
            more.isEmpty() ? "" : more,
            constraints)
        .strip();
  }

  private static String properties(Shape shape) {
    return shape.properties().stream()
            .map(property ->
                "| `%s` | %s | %s%s |"
                    .formatted(
                        property.name(),
                        property.required() ? "R" : "",
                        property.kind().label(),
                        property.deprecated() ? " (deprecated)" : ""))
            .collect(lines("| property | | kind |\n|---|---|---|\n"))
        + "\n\n";
  }

  private static String relationships() {
    Map<String, String> bySource = new LinkedHashMap<>();
    for (String[] row : Relationships.TABLE) {
      String text = row[1].replace(",", ", ") + " → " + row[2].replace(" ", ", ");
      bySource.merge(row[0], text, (before, more) -> before + "; " + more);
    }
    return bySource.entrySet().stream()
        .map(entry -> "| " + entry.getKey() + " | " + entry.getValue() + " |")
        .collect(lines("| source | relationships → targets |\n|---|---|\n"));
  }

  private static String vocabularies(List<Vocabulary> all) {
    return all.stream()
        .map(words ->
            "- **%s** (%s): %s"
                .formatted(words.name(), words.section(), String.join(", ", words.sorted())))
        .collect(Collectors.joining("\n"));
  }

  private static Collector<CharSequence, ?, String> lines(String head) {
    return Collectors.joining("\n", head, "");
  }
}
