package org.entente.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reports a code is found under it. */
class RunbookTest {

  private static final Pattern GATEWAY = Pattern.compile("\\| `([A-Z_]+)` \\| (503|429|500) \\|.*");
  private static final Pattern INSIDE =
      Pattern.compile("\\| ((?:`[A-Z_]+`[ ,]*)+) \\| (503|500) \\|.*");
  private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");

  @Test
  void each_code_that_asks_to_come_again_or_is_a_failure_has_its_heading() {
    // Given
    var codes = new TreeSet<String>();
    codes.addAll(codes("sharing-gateway/contract/ERRORS.md", GATEWAY));
    codes.addAll(codes("indicator-service/README.md", INSIDE));
    codes.addAll(codes("audit-service/README.md", INSIDE));
    assertFalse(codes.isEmpty());

    // Then
    var text = String.join(" ", Runbook.headings());
    codes.removeIf(code -> Pattern.compile("\\b" + code + "\\b").matcher(text).find());
    codes.remove("LOG_CORRUPT"); // "The check of the log found something"
    codes.remove("NOT_LEADING"); // told fellow replicas alone
    assertEquals(List.of(), new ArrayList<>(codes));
  }

  @Test
  void no_two_headings_are_alike() {
    assertEquals(Runbook.headings().size(), new HashSet<>(Runbook.headings()).size());
    assertEquals(Runbook.headings().size(), Runbook.anchors().size());
  }

  @Test
  void each_section_that_is_referred_to_is_there() {
    // Given
    var text = Texts.read(Texts.HERE.resolve("../RUNBOOK.md"));
    var referred =
        Pattern.compile("(?<!\\*)\\*(?!\\*)([A-Z][A-Za-z_ ,']+[a-z_A-Z])\\*(?!\\*)")
            .matcher(text)
            .results()
            .map(found -> found.group(1));

    // Then: what is in italics and begins with a capital is a heading, or a page or dashboard.
    var others = Stream.of("Entente", "What is missing?").toList();
    assertEquals(
        List.of(),
        referred
            .filter(name -> !Runbook.headings().contains(name) && !others.contains(name))
            .filter(name -> Runbook.headings().stream().noneMatch(h -> h.contains(name)))
            .toList());
  }

  private static List<String> codes(String file, Pattern row) {
    return Texts.read(Texts.HERE.resolve(Path.of("../..")).resolve(file))
        .lines()
        .map(row::matcher)
        .filter(found -> found.matches())
        .flatMap(found -> CODE.matcher(found.group(0).substring(0, found.end(1))).results())
        .map(found -> found.group(1))
        .toList();
  }
}
