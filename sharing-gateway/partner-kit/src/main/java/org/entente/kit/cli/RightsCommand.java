package org.entente.kit.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.kit.client.ReleaseClient;
import picocli.CommandLine.Command;

/** {@code entente rights}. */
@Command(
    name = "rights",
    description = "What this client may read and write, and what can reach it.",
    footer = {
      "%nNothing about what is there: only which collections, under which names and up to which",
      "marking something can be released to it. Example:",
      "  entente rights -p eu.properties"
    })
final class RightsCommand extends EntenteCommand {

  @Override
  Report run() {
    Map<String, Object> rights = new ReleaseClient(session()).rights();
    Report report = new Report();
    rights.forEach(report::put);
    report.line(rights.get("client") + " of " + rights.get("partner"));
    report.line("scopes      " + listed(rights, "scopes"));
    report.line("reached as  " + listed(rights, "audiences"));
    report.line("up to       " + listed(rights, "marking_levels"));
    if (rights.get("collections") instanceof List<?> collections) {
      collections.forEach(collection -> line(report, collection));
    }
    return report;
  }

  private static String listed(Map<String, Object> rights, String name) {
    return rights.get(name) instanceof List<?> list && !list.isEmpty()
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : "none";
  }

  private static void line(Report report, Object collection) {
    if (collection instanceof Map<?, ?> of) {
      String read = Boolean.TRUE.equals(of.get("can_read")) ? "read " : "     ";
      String write = Boolean.TRUE.equals(of.get("can_write")) ? "write" : "     ";
      report.line("%s  %s%s  %s".formatted(of.get("id"), read, write, of.get("title")));
    }
  }
}
