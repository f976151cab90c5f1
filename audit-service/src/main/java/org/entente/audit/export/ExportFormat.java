package org.entente.audit.export;

import java.util.Arrays;
import java.util.Optional;
import org.entente.audit.refusal.QueryInvalid;

/** In what form entries are exported. */
enum ExportFormat {
  EVIDENCE("evidence", "application/zip", "zip"),
  JSON_LINES("jsonl", "application/x-ndjson", "jsonl"),
  CSV("csv", "text/csv;charset=utf-8", "csv");

  private final String word;
  private final String type;
  private final String suffix;

  ExportFormat(String word, String type, String suffix) {
    this.word = word;
    this.type = type;
    this.suffix = suffix;
  }

  /** The format of this name, evidence when none is named. */
  static ExportFormat of(Optional<String> word) {
    return word.map(text ->
            Arrays.stream(values())
                .filter(format -> format.word.equals(text))
                .findFirst()
                .orElseThrow(() -> new QueryInvalid("format is evidence, jsonl or csv")))
        .orElse(EVIDENCE);
  }

  /** Media type. */
  String type() {
    return type;
  }

  /** The file's name for whoever saves it. */
  String fileName(long index) {
    return "export-" + index + "." + suffix;
  }
}
