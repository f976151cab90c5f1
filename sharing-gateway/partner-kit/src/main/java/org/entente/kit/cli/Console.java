package org.entente.kit.cli;

import java.io.PrintWriter;
import org.entente.kit.json.JsonText;

/** Prints reports and errors. Text from elsewhere cannot steer the terminal. */
record Console(PrintWriter out, PrintWriter err, boolean json) {

  int print(Report report) {
    if (json) {
      out.println(JsonText.indented(report.members()));
    } else {
      report.lines().forEach(line -> out.println(harmless(line)));
    }
    out.flush();
    return report.exit().value();
  }

  int fail(ExitCode exit, String code, String detail) {
    if (json) {
      Report report = new Report().put("error", code).put("detail", detail);
      out.println(JsonText.indented(report.members()));
    } else {
      err.println("entente: " + harmless(code + ": " + detail));
    }
    out.flush();
    err.flush();
    return exit.value();
  }

  /** Control and direction characters become visible escapes. */
  static String harmless(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          int kind = Character.getType(c);
          if (kind == Character.CONTROL || kind == Character.FORMAT) {
            safe.append(String.format("\\u%04x", c));
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }
}
