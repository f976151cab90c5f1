package org.entente.kit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.kit.client.LogClient;
import org.entente.kit.wording.Counted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

  @Option(names = "--from", paramLabel = "TIME", description = "Not before this time.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Before this time.")
  private @Nullable String to;

  @Option(names = "--party", paramLabel = "PARTNER", description = "Who acted: kr, eu.")
  private @Nullable String party;

  @Option(names = "--actor", paramLabel = "ID", description = "Which client acted.")
  private @Nullable String actor;

  @Option(names = "--operation", paramLabel = "NAME", description = "Such as taxii.getObjects.")
  private @Nullable String operation;

  @Option(names = "--object", paramLabel = "ID", description = "Which object it was about.")
  private @Nullable String object;

  @Option(names = "--outcome", paramLabel = "OUTCOME", description = "allowed, denied or error.")
  private @Nullable String outcome;

  @Option(names = "--limit", paramLabel = "N", description = "Most records.")
  private @Nullable String limit;

  @Option(names = "--before", paramLabel = "INDEX", description = "Continue below this entry.")
  private @Nullable String before;

  @Override
  Report run() {
    Map<String, Object> found = new LogClient(session()).search(filters()).members();
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

  private Map<String, String> filters() {
    Map<String, String> filters = new LinkedHashMap<>();
    put(filters, "from", from);
    put(filters, "to", to);
    put(filters, "party", party);
    put(filters, "actor", actor);
    put(filters, "operation", operation);
    put(filters, "object", object);
    put(filters, "outcome", outcome);
    put(filters, "limit", limit);
    put(filters, "before", before);
    return filters;
  }

  private static void put(Map<String, String> filters, String name, @Nullable String value) {
    if (value != null) {
      filters.put(name, value);
    }
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
