package org.entente.kit.cli;

import org.entente.kit.journal.JournalReading.Journal;
import org.entente.kit.wording.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code entente journal verify}. */
@Command(
    name = "verify",
    description = "Check the journal's chain, its signatures and its numbers, without any network.",
    footer = {
      "%nBelieves only the signers in the trust folder. Example:",
      "  entente journal verify -p kr-feed.properties"
    })
final class JournalVerifyCommand extends EntenteCommand {

  @Mixin private OwnJournal journal = new OwnJournal();

  @Override
  Report run() {
    Journal read = journal.read(profile());
    long numbers = read.attempts().stream().mapToLong(a -> a.number()).distinct().count();
    Report report =
        new Report()
            .put("client", read.client())
            .put("first", read.first())
            .put("requests", numbers)
            .put("attempts", (long) read.attempts().size())
            .put("findings", read.findings());
    if (read.findings().isEmpty()) {
      return report.line(
          "The journal of "
              + read.client()
              + " holds: "
              + Counted.of(numbers, "request", "requests")
              + ", every statement signed and chained.");
    }
    read.findings().forEach(report::line);
    return report.line("The journal does NOT hold.").exit(ExitCode.NOT_VERIFIED);
  }
}
