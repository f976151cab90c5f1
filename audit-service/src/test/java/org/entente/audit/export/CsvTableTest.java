package org.entente.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is text to every spreadsheet. */
class CsvTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1", "-1", "@SUM(1)", "|calc", "%1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20A"
      })
  void what_some_spreadsheet_takes_for_a_formula_begins_with_an_apostrophe(String text) {
    assertEquals("\"'" + text + "\"\r\n", CsvTable.COMMA.row(List.of(text)));
  }

  @Test
  void other_cells_are_only_quoted() {
    assertEquals("\"kr-desk\",\"a\"\"b,c\"\r\n", CsvTable.COMMA.row(List.of("kr-desk", "a\"b,c")));
  }

  /** A spreadsheet that separates by another character does not see the quotes around a cell. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ' ',
      value = {"a;=1+1 a;'=1+1", "a,+1 a,'+1", "a;\"=1+1 a;'\"\"=1+1", "a;b;@c a;b;'@c"})
  void nor_does_one_begin_behind_another_separator(String text, String written) {
    assertEquals("\"" + written + "\"\r\n", CsvTable.COMMA.row(List.of(text)));
    assertEquals("\"x\";\"" + written + "\"\r\n", CsvTable.SEMICOLON.row(List.of("x", text)));
  }
}
