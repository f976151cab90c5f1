package org.entente.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As much of Grafana's model as can be checked without it. */
class DashboardsTest {

  private static final Set<String> TYPES = Set.of("row", "stat", "timeseries", "text", "alertlist");
  private static final String SOURCE = "${datasource}";
  private static final int COLUMNS = 24;

  static List<Path> dashboards() {
    return Texts.in("dashboards");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void a_dashboard_is_named_after_its_file_and_asks_for_its_data_source(Path file) {
    var dashboard = Texts.parse(file);

    assertEquals(file.getFileName().toString(), dashboard.path("uid").asText() + ".json");
    assertFalse(dashboard.path("title").asText().isEmpty());
    assertTrue(dashboard.path("schemaVersion").isInt());
    assertTrue(dashboard.path("id").isMissingNode(), "an id would replace somebody else's");
    var variable = dashboard.at("/templating/list/0");
    assertEquals("datasource", variable.path("type").asText());
    assertEquals("datasource", variable.path("name").asText());
    assertEquals("prometheus", variable.path("query").asText());
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void each_query_uses_metrics_that_exist(Path file) {
    var tables = Tables.read();
    panels(file).stream()
        .flatMap(panel -> panel.path("targets").valueStream())
        .forEach(target -> {
          var expression = target.path("expr").asText();
          assertEquals(List.of(), tables.faults(Expression.parse(expression)), expression);
          assertEquals(SOURCE, target.at("/datasource/uid").asText());
        });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panels_are_of_known_types_with_ids_of_their_own_and_do_not_overlap(Path file) {
    var ids = new HashSet<Integer>();
    var cells = new HashSet<String>();
    for (var panel : panels(file)) {
      assertTrue(TYPES.contains(panel.path("type").asText()), panel::toString);
      assertTrue(ids.add(panel.path("id").asInt()), panel::toString);
      var place = panel.path("gridPos");
      var right = place.path("x").asInt() + place.path("w").asInt();
      assertTrue(right <= COLUMNS, panel::toString);
      IntStream.range(place.path("x").asInt(), right)
          .forEach(x ->
              IntStream.range(0, place.path("h").asInt())
                  .forEach(y ->
                      assertTrue(
                          cells.add(x + "," + (place.path("y").asInt() + y)),
                          panel.path("title").asText())));
    }
  }

  @Test
  void the_overview_begins_with_every_promise() {
    var titles =
        panels(Texts.HERE.resolve("dashboards/entente-overview.json")).stream()
            .map(panel -> panel.path("title").asText())
            .toList();

    IntStream.rangeClosed(1, 10)
        .forEach(promise ->
            assertTrue(
                titles.subList(1, 13).stream().anyMatch(t -> t.startsWith("P" + promise + " ")),
                "P" + promise));
  }

  /** That no alert fires says nothing where nobody is asked. */
  @Test
  void a_promise_is_unknown_when_the_services_are_not_seen() {
    panels(Texts.HERE.resolve("dashboards/entente-overview.json")).stream()
        .filter(panel -> panel.at("/targets/0/expr").asText().contains("ALERTS"))
        .forEach(tile -> {
          var expression = tile.at("/targets/0/expr").asText();
          assertTrue(expression.contains("or 0 * (count(count by (job) (up{"), expression);
          assertTrue(expression.endsWith("or vector(-1)"), expression);
          var defaults = tile.at("/fieldConfig/defaults");
          assertEquals("unknown", defaults.path("noValue").asText());
          assertTrue(defaults.path("mappings").toString().contains("\"-1\":{\"text\":\"unknown\""));
        });
  }

  private static List<JsonNode> panels(Path file) {
    return Texts.parse(file).path("panels").valueStream().toList();
  }
}
