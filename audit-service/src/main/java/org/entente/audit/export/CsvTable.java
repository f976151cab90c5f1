package org.entente.audit.export;

import java.util.List;
import java.util.stream.Collectors;
import org.entente.audit.record.Sha256;
import org.entente.audit.search.Actors;

/**
 * Entries for a spreadsheet (RFC 4180). Every cell is quoted, and one that a spreadsheet would take
 * for a formula begins with an apostrophe.
 */
final class CsvTable {

  static final String HEADER =
      row(List.of("index", "time", "party", "actor", "operation", "outcome", "code", "leaf"));

  /**
   * Also as full-width characters, which spreadsheets with an East Asian locale take for the same.
   */
  private static final String FORMULAS = "=+-@\t\r\n|%\uff1d\uff0b\uff0d\uff20";

  private static final String FOREIGN = "(actor does not match the record)";

  private CsvTable() {}

  static String row(ExportedEntry entry) {
    var hit = entry.hit();
    return row(
        List.of(
            Long.toString(hit.index()),
            hit.at().toString(),
            hit.party(),
            hit.actor().equals(Actors.FOREIGN) ? FOREIGN : hit.actor(),
            hit.operation(),
            hit.outcome(),
            hit.code(),
            Sha256.base64url(entry.stored().leaf().toByteArray())));
  }

  static String row(List<String> cells) {
    return cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    var harmless = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }
}
