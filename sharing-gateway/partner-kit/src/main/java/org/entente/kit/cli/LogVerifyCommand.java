package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.entente.kit.evidence.LogAudit;
import org.entente.kit.evidence.LogReader;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.wording.Counted;
import org.entente.log.Checkpoint;
import org.entente.log.TlogPolicy;
import org.entente.log.TlogProof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente log verify}. */
@Command(
    name = "verify",
    description = "Read the whole log and recompute it; names every entry that does not fit.",
    footer = {
      "%nBelieves only the keys in the trust folder's log.policy. With --receipt, also checks that",
      "the log still contains the past that an old receipt proves. Example:",
      "  entente log verify -p eu-auditor.properties --receipt sent/receipt.tlog-proof"
    })
final class LogVerifyCommand extends EntenteCommand {

  @Option(names = "--receipt", paramLabel = "FILE", description = "A receipt from an earlier day.")
  private @Nullable Path receipt;

  @Mixin private LogReaders from = new LogReaders();

  @Mixin private Retrying retrying = new Retrying();

  @Override
  Report run() {
    if (!from.usable()) {
      throw usage("--from takes the address of a web server.");
    }
    TlogPolicy policy = new TrustFolder(profile().trustFolder()).logPolicy();
    LogReader reader = LogReaders.patient(from.reader(this::session), retrying, edge().time());
    LogAudit.Result result = new LogAudit(reader, policy, kept(policy)).run();
    Report report =
        new Report()
            .put("log", result.checkpoint().origin())
            .put("size", result.checkpoint().size())
            .put("findings", result.findings());
    if (result.findings().isEmpty()) {
      return report.line(
          "The log "
              + result.checkpoint().origin()
              + " holds: "
              + Counted.of(result.checkpoint().size(), "entry", "entries")
              + " recomputed, root and signatures fit.");
    }
    result.findings().forEach(report::line);
    return report.line("The log does NOT hold.").exit(ExitCode.NOT_VERIFIED);
  }

  private Optional<Checkpoint> kept(TlogPolicy policy) {
    return Optional.ofNullable(receipt)
        .map(file -> TlogProof.parse(Files.read(file)))
        .map(proof -> policy.sequenced().verify(proof.note()));
  }
}
