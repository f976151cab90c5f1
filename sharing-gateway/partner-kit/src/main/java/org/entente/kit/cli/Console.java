package org.entente.kit.cli;

import java.io.PrintWriter;
import org.entente.kit.json.JsonText;

/** Prints reports and errors. Text from elsewhere cannot steer the terminal. */
record Console(PrintWriter out, PrintWriter err, boolean json) {

  int print(Report report) {
    if (json) {
      printJson(report);
    } else {
      report.lines().forEach(line -> out.println(harmless(line)));
    }
    out.flush();
    return report.exit().value();
  }

  int fail(ExitCode exit, String code, String detail) {
    if (json) {
      printJson(new Report().put("error", code).put("detail", detail));
    } else {
      err.println("entente: " + harmless(code + ": " + detail));
    }
    out.flush();
    err.flush();
    return exit.value();
  }

  /** Outside of texts JSON holds no character that {@link #harmless} changes but line ends. */
  private void printJson(Report report) {
    JsonText.indented(report.members()).lines().map(Console::harmless).forEach(out::println);
  }

  /** Control and direction characters become visible escapes. */
  static String harmless(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          int kind = Character.getType(c);
          if (kind == Character.CONTROL || kind == Character.FORMAT) {
            Character.toString(c)
                .chars()
                .forEach(unit -> safe.append(String.format("\\u%04x", unit)));
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }
}
