package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.kit.client.LogClient;
import org.entente.kit.evidence.ProvenReceipt;
import org.entente.kit.evidence.TrustFolder;
import org.entente.log.TlogPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente log receipt}. */
@Command(
    name = "receipt",
    description = "Fetch and verify the receipt of one record.",
    footer = {
      "%nExample:",
      "  entente log receipt -p kr-auditor.properties --out r.tlog-proof LEAF"
    })
final class LogReceiptCommand extends EntenteCommand {

  @Parameters(paramLabel = "LEAF", description = "The leaf hash, as a search shows it with --json.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String leaf;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Option(
      names = "--witnessed",
      description = "The receipt that witnesses have cosigned; waits until they have.")
  private boolean witnessed;

  @Mixin private Retrying retrying = new Retrying();

  @Override
  Report run() {
    LogClient log = new LogClient(session());
    byte[] receipt =
        witnessed
            ? retrying.patience(edge().time().pause()).until(() -> log.witnessedReceipt(leaf))
            : log.receipt(leaf);
    TlogPolicy policy = new TrustFolder(profile().trustFolder()).logPolicy();
    ProvenReceipt proven = ProvenReceipt.of(receipt, policy);
    Path folder = Path.of("").toAbsolutePath().resolve(out).getParent();
    Path name = out.getFileName();
    if (folder == null || name == null) {
      throw usage("--out must name a file.");
    }
    Files.write(folder, name.toString(), receipt);
    Report report =
        new Report()
            .put("index", proven.proven().index())
            .put("record", proven.record())
            .line("Entry " + proven.proven().index() + " proven: " + out);
    Standing.tell(report, proven.witnesses(), policy);
    return report;
  }
}
