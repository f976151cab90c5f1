package org.entente.audit.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.entente.audit.refusal.QueryInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month is one of these years', or a refusal that names the parameter. */
class MonthTest {

  @Test
  void a_month_is_read_as_it_is_written() {
    assertEquals("2026-11", Month.parse("before", "2026-11").name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "2026-13", "2026-1", "1969-12", "+10000-01", "x"})
  void what_is_no_month_is_an_invalid_query(String text) {
    var refused = assertThrows(QueryInvalid.class, () -> Month.parse("before", text));

    assertEquals("before is not a month like 2026-11", refused.detail());
  }
}
