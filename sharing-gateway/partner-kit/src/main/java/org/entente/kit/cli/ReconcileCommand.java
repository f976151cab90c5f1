package org.entente.kit.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.entente.kit.client.LogClient;
import org.entente.kit.client.Session;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.journal.JournalReading.Journal;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.reconcile.Claim;
import org.entente.kit.reconcile.Finding;
import org.entente.kit.reconcile.LogFile;
import org.entente.kit.reconcile.LogSearch;
import org.entente.kit.reconcile.LogSource;
import org.entente.kit.reconcile.Reconciliation;
import org.entente.kit.reconcile.Reconciliation.Result;
import org.entente.kit.wording.Counted;
import org.entente.log.TlogPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente reconcile}. */
@Command(
    name = "reconcile",
    description = "Compare the client's own journal with what the exchange's log has of it.",
    footer = {
      "%nEnds with 1 when the two contradict each other: what was answered and is not in the log, what",
      "the log has under this client's name and the journal has not, and what differs. That an answer",
      "never came contradicts nothing; it is listed with what the log says. Examples:",
      "  entente reconcile -p kr-feed.properties --auditor kr-auditor.properties",
      "  entente reconcile -p kr-feed.properties --auditor kr-auditor.properties --file-finding",
      "  entente reconcile -p kr-feed.properties --log export/entries.jsonl"
    })
final class ReconcileCommand extends EntenteCommand {

  @Mixin private OwnJournal journal = new OwnJournal();

  @Option(
      names = "--auditor",
      paramLabel = "FILE",
      description = "The profile of an auditor of the client's party: search the log as it.")
  private @Nullable Path auditor;

  @Option(
      names = "--log",
      paramLabel = "PATH",
      description =
          "Read the log from here instead: a file with one entry a line, as searches and exports give"
              + " them, or the folder of a mirror.")
  private @Nullable Path log;

  @Mixin private Retrying retrying = new Retrying();

  @Option(
      names = "--file-finding",
      description =
          "File what was found with the log, as that auditor: it is recorded there, and shown to the"
              + " auditors of the client's party as its claim.")
  private boolean filing;

  @Override
  Report run() {
    if ((auditor == null) == (log == null)) {
      throw usage("Give either --auditor FILE or --log PATH.");
    }
    if (filing && auditor == null) {
      throw usage("Findings are filed by an auditor: --file-finding needs --auditor FILE.");
    }
    Instant began = edge().time().clock().instant();
    LogSource source = source();
    LogSource.Seen seen = source.entries(journal.read(profile()));
    // Read again behind the log, so that it has all that is in the log; what it has begun since is
    // not judged.
    Journal read = journal.read(profile()).until(began);
    Result result = Reconciliation.of(read, seen.entries(), source.proofs());
    Report report = report(read, result);
    return filing ? filed(report, Claim.of(read, result, seen.size().orElse(0L), began)) : report;
  }

  private LogSource source() {
    if (log != null) {
      return LogFile.at(log);
    }
    TlogPolicy policy = new TrustFolder(profile().trustFolder()).logPolicy();
    return new LogSearch(auditing(), policy, () -> retrying.patience(edge().time().pause()));
  }

  private Session auditing() {
    return Session.of(PartnerProfile.read(Objects.requireNonNull(auditor)));
  }

  private Report filed(Report report, byte[] finding) {
    Map<String, Object> answer = new LogClient(auditing()).file(finding).members();
    Object index = answer.getOrDefault("index", "?");
    return report
        .put("filed", answer)
        .line("What was found is filed: entry " + index + " of the log says so.");
  }

  private Report report(Journal read, Result result) {
    Report report =
        new Report()
            .put("client", read.client())
            .put("attempts", (long) result.attempts())
            .put("entries", (long) result.entries())
            .put("agreed", (long) result.agreed())
            .put("missing_in_log", result.missing())
            .put("findings", result.findings().stream().map(Finding::members).toList());
    result
        .findings()
        .forEach(finding -> report.line("%-15s %s".formatted(finding.kind(), finding.what())));
    report.line(
        "%s of %s in the journal, %s in the log, %d alike."
            .formatted(
                Counted.of(result.attempts(), "request", "requests"),
                read.client(),
                Counted.of(result.entries(), "entry", "entries"),
                result.agreed()));
    if (!result.missing().isEmpty()) {
      report.line(
          "Numbers that no entry has: %s. Unless listed above, refused before the number was read."
              .formatted(
                  String.join(", ", result.missing().stream().map(String::valueOf).toList())));
    }
    return result.contradicts()
        ? report.line("Journal and log CONTRADICT each other.").exit(ExitCode.NOT_VERIFIED)
        : report.line("Journal and log agree.");
  }
}
