package org.entente.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.entente.observability.Expression.Use;
import org.junit.jupiter.api.Test;

/** The reader finds what it is there to find. */
class ExpressionTest {

  @Test
  void metrics_and_labels_are_found_and_texts_are_not() {
    var read =
        Expression.parse(
            "sum by (code) (rate(gateway_refusals_total{partner=~\"up|ALERTS\"}[5m]))");

    assertEquals(
        List.of(new Use("gateway_refusals_total", Set.of("partner", "code"))), read.uses());
  }

  @Test
  void both_sides_of_an_operator_are_found() {
    var read = Expression.parse("max(a_b and on (instance) c_d{e=\"f\"} == 1) > 2.5 * 86400");

    assertEquals(
        List.of(new Use("a_b", Set.of("instance")), new Use("c_d", Set.of("e", "instance"))),
        read.uses());
  }

  @Test
  void a_metric_or_label_that_does_not_exist_is_a_fault() {
    var tables = Tables.read();

    assertEquals(
        List.of("no metric gateway_refusal_total"),
        tables.faults(Expression.parse("gateway_refusal_total > 0")));
    assertEquals(
        List.of("gateway_refusals_total has no label operation"),
        tables.faults(Expression.parse("sum by (operation) (gateway_refusals_total)")));
  }

  @Test
  void what_is_no_expression_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> Expression.parse("sum(up"));
    assertThrows(IllegalArgumentException.class, () -> Expression.parse("summ(up)"));
    assertThrows(IllegalArgumentException.class, () -> Expression.parse("up ? 1"));
  }
}
