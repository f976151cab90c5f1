package org.entente.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is text to every spreadsheet. */
class CsvTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1", "-1", "@SUM(1)", "|calc", "%1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20A"
      })
  void what_some_spreadsheet_takes_for_a_formula_begins_with_an_apostrophe(String text) {
    assertEquals("\"'" + text + "\"\r\n", CsvTable.row(List.of(text)));
  }

  @Test
  void other_cells_are_only_quoted() {
    assertEquals("\"kr-desk\",\"a\"\"b,c\"\r\n", CsvTable.row(List.of("kr-desk", "a\"b,c")));
  }
}
