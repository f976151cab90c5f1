package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementFile;
import org.entente.agreement.AgreementRejected;
import org.entente.agreement.Fault;
import org.entente.agreement.Party;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code entente exchange check}: what the services would say about the file. */
@Command(
    name = "check",
    description = {
      "Check exchange.yaml and the certificates it names, as each service does at start and before",
      "it takes a change. Says all that is wrong, with line and column."
    },
    footer = {"%nExample:", "  entente exchange check exchange.yaml"})
final class ExchangeCheckCommand extends EntenteCommand {

  @Parameters(paramLabel = "FILE", description = "The file; its paths are relative to it.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path file;

  @Override
  Report run() {
    try {
      return fine(new AgreementFile(file).read());
    } catch (AgreementRejected e) {
      return faulty(e.faults());
    }
  }

  private Report fine(Agreement agreement) {
    var report = new Report().put("digest", agreement.digest()).put("faults", List.of());
    report.line(file + " can be used.");
    agreement.parties().forEach((id, party) -> report.line(line(id, party)));
    agreement
        .collections()
        .forEach((name, collection) ->
            report.line(
                "collection %s: %s to %s"
                    .formatted(
                        name, collection.producer(), String.join(", ", collection.audience()))));
    return report.line("digest " + agreement.digest());
  }

  private static String line(String id, Party party) {
    return "party %s: %s, %d clients, tokens of %s"
        .formatted(id, party.name(), party.clients().size(), party.provider().issuer());
  }

  private Report faulty(List<Fault> faults) {
    var report =
        new Report().put("faults", faults.stream().map(ExchangeCheckCommand::member).toList());
    faults.forEach(fault -> report.line(file + ":" + fault));
    return report.exit(ExitCode.NOT_VERIFIED);
  }

  private static Map<String, Object> member(Fault fault) {
    var member = new LinkedHashMap<String, Object>();
    member.put("line", fault.line());
    member.put("column", fault.column());
    member.put("pointer", fault.pointer());
    member.put("problem", fault.problem());
    return member;
  }
}
