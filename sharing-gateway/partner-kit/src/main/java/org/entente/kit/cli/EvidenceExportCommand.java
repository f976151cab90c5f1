package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.Map;
import org.entente.kit.client.LogClient;
import org.entente.kit.evidence.PackAudit;
import org.entente.kit.evidence.TrustFolder;
import org.entente.log.TlogPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente evidence export}. */
@Command(
    name = "export",
    description = "Take records away; the export itself is recorded. A pack is verified at once.",
    footer = {
      "%nFilters as for log search; at most 10 000 records. Examples:",
      "  entente evidence export -p eu-joint.properties --first 100000 --limit 5000 --out q3.zip",
      "  entente evidence export -p kr-auditor.properties --party kr --actor kr-desk --out person.zip"
    })
final class EvidenceExportCommand extends EntenteCommand {

  /** What the exchange can write. */
  enum Format {
    evidence,
    jsonl,
    csv
  }

  @Mixin private LogFilters filters = new LogFilters();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "evidence (the default), jsonl or csv.")
  private Format format = Format.evidence;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Override
  Report run() {
    Map<String, String> parameters = filters.parameters();
    parameters.put("format", format.name());
    Path part = out.resolveSibling(out.getFileName() + ".part");
    new LogClient(session()).export(parameters, part);
    edge().disk().move(part, out);
    if (format != Format.evidence) {
      return new Report().put("file", out.toString()).line("Exported: " + out);
    }
    TrustFolder folder = new TrustFolder(profile().trustFolder());
    TlogPolicy policy = folder.logPolicy();
    return PackTelling.report(PackAudit.of(out, policy), folder, policy).line("Exported: " + out);
  }
}
