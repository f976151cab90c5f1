package org.entente.kit.cli;

import java.util.List;
import java.util.Map;
import org.entente.kit.client.LogClient;
import org.entente.kit.wording.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code entente log search}. */
@Command(
    name = "search",
    description = "List records, newest first. The search itself is recorded.",
    footer = {
      "%nAll filters must match. Examples:",
      "  entente log search -p kr-auditor.properties --object cryptocurrency-wallet--27fa…",
      "  entente log search -p kr-auditor.properties --outcome denied --from 2026-11-01T00:00:00Z"
    })
final class LogSearchCommand extends EntenteCommand {

  @Mixin private LogFilters filters = new LogFilters();

  @Override
  Report run() {
    Map<String, Object> found = new LogClient(session()).search(filters.parameters()).members();
    Report report = new Report();
    found.forEach(report::put);
    List<?> entries = found.get("entries") instanceof List<?> list ? list : List.of();
    entries.forEach(entry -> report.line(line(entry)));
    String size = found.get("size") instanceof Long n ? Counted.of(n, "entry", "entries") : "?";
    report.line(Counted.of(entries.size(), "record") + "; the log has " + size + ".");
    if (found.get("next") instanceof Long next) {
      report.line("There are more: --before " + next);
    }
    return report;
  }

  private static String line(Object entry) {
    RecordLine record = new RecordLine(entry);
    return String.format(
        "%6s  %s  %-3s %-12s %-24s %s %s",
        record.text("index"),
        record.time(),
        record.text("record", "actor", "user", "org", "uid"),
        record.actor(),
        record.text("record", "api", "operation"),
        record.text("record", "status_code"),
        record.text("record", "status_detail"));
  }
}
