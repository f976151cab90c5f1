package org.entente.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is woken up is woken up for something, knows why, and finds what to do. */
class RulesTest {

  private static final String RUNBOOK = "https://docs.example.org/entente/deploy/RUNBOOK.md#";
  private static final Pattern PROMISE =
      Pattern.compile("\\| (P[0-9]+) \\| [^|]+ \\|([^|]*)\\|(.*)\\|");
  private static final Pattern ALERT = Pattern.compile("`(Entente\\w+)`");

  static List<Alert> alerts() {
    return Alert.all();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void an_alert_uses_metrics_that_exist(Alert alert) {
    assertEquals(List.of(), Tables.read().faults(Expression.parse(alert.text("/expr"))));
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void an_alert_says_how_bad_it_is_and_what_to_do(Alert alert) {
    assertTrue(Set.of("critical", "warning").contains(alert.text("/labels/severity")));
    assertTrue(alert.text("/for").matches("[0-9]+[mh]"));
    assertTrue(alert.text("/annotations/summary").length() > 20);
    var link = alert.text("/annotations/runbook_url");
    assertTrue(link.startsWith(RUNBOOK), link);
    assertTrue(Runbook.anchors().contains(link.substring(RUNBOOK.length())), link);
  }

  @Test
  void no_two_alerts_have_one_name() {
    var names = alerts().stream().map(Alert::name).toList();

    assertEquals(names.size(), Set.copyOf(names).size(), names::toString);
  }

  @Test
  void each_promise_has_its_alerts_or_the_reason_why_there_is_none() {
    // Given
    var rows =
        Texts.read(Texts.HERE.resolve("README.md"))
            .lines()
            .map(PROMISE::matcher)
            .filter(row -> row.matches())
            .toList();
    assertEquals(10, rows.size());

    for (var row : rows) {
      // When
      var said =
          ALERT
              .matcher(row.group(2))
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      var labelled =
          alerts().stream()
              .filter(alert -> alert.promises().contains(row.group(1)))
              .map(Alert::name)
              .collect(Collectors.toCollection(TreeSet::new));

      // Then
      assertEquals(said, labelled, row.group(1));
      assertFalse(said.isEmpty() && row.group(3).isBlank(), row.group(1));
    }
  }
}
