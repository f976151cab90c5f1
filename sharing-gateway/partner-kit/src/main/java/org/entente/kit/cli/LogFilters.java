package org.entente.kit.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records of the log; all that is given must match. */
final class LogFilters {

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

  @Option(names = "--first", paramLabel = "INDEX", description = "No entry before this one.")
  private @Nullable String first;

  /** As the audit-service names them. */
  Map<String, String> parameters() {
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
    put(filters, "first", first);
    return filters;
  }

  private static void put(Map<String, String> filters, String name, @Nullable String value) {
    if (value != null) {
      filters.put(name, value);
    }
  }
}
