package org.entente.audit.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.audit.record.Sha256;
import org.entente.audit.refusal.QueryInvalid;
import org.entente.audit.search.Actors;

/**
 * Entries for a spreadsheet (RFC 4180). Every cell is quoted, and what a spreadsheet would take for
 * a formula begins with an apostrophe: at the beginning of a cell, and behind whatever some other
 * locale's spreadsheet separates cells by, since that one does not see the quotes.
 */
enum CsvTable {
  COMMA(","),
  SEMICOLON(";");

  /**
   * Also as full-width characters, which spreadsheets with an East Asian locale take for the same.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "(^|[,;\\t\\r\\n])(?=[\"'\\s]*[=+\\-@|%\uff1d\uff0b\uff0d\uff20])|^(?=[\\t\\r\\n])");

  private static final String FOREIGN = "(actor does not match the record)";

  private final String separator;

  CsvTable(String separator) {
    this.separator = separator;
  }

  /** The one of this name, in lower case; commas when none is named. */
  static CsvTable of(Optional<String> name) {
    return name.map(text ->
            Arrays.stream(values())
                .filter(table -> table.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new QueryInvalid("separator is comma or semicolon")))
        .orElse(COMMA);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String header() {
    return row(List.of("index", "time", "party", "actor", "operation", "outcome", "code", "leaf"));
  }

  String row(ExportedEntry entry) {
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

  String row(List<String> cells) {
    return cells.stream().map(CsvTable::cell).collect(Collectors.joining(separator, "", "\r\n"));
  }

  private static String cell(String text) {
    return "\"" + FORMULA.matcher(text).replaceAll("$1'").replace("\"", "\"\"") + "\"";
  }
}
