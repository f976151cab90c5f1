package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.kit.client.LogClient;
import org.entente.kit.evidence.ProvenReceipt;
import org.entente.kit.evidence.TrustFolder;
import org.entente.log.TlogPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente log receipt}. */
@Command(
    name = "receipt",
    description = "Fetch and verify the receipt of one record.",
    footer = {
      "%nExamples:",
      "  entente log receipt -p kr-auditor.properties --out r.tlog-proof LEAF",
      "  entente log receipt -p kr-auditor.properties --of sent/receipt.tlog-proof --witnessed \\",
      "    --out witnessed.tlog-proof"
    })
final class LogReceiptCommand extends EntenteCommand {

  @Parameters(
      paramLabel = "LEAF",
      arity = "0..1",
      description = "The leaf hash, as a search shows it with --json.")
  private @Nullable String leaf;

  @Option(
      names = "--of",
      paramLabel = "FILE",
      description = "Another receipt of the same record, in place of LEAF.")
  private @Nullable Path of;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Option(
      names = "--witnessed",
      description = "The receipt that witnesses have cosigned; waits until they have.")
  private boolean witnessed;

  @Mixin private Retrying retrying = new Retrying();

  private String leaf(TlogPolicy policy) {
    if ((leaf == null) == (of == null)) {
      throw usage("Give LEAF or --of.");
    }
    return of == null ? String.valueOf(leaf) : ProvenReceipt.of(Files.read(of), policy).leaf();
  }

  @Override
  Report run() {
    LogClient log = new LogClient(session());
    TlogPolicy policy = new TrustFolder(profile().trustFolder()).logPolicy();
    String wanted = leaf(policy);
    byte[] receipt =
        witnessed
            ? retrying.patience(edge().time().pause()).until(() -> log.witnessedReceipt(wanted))
            : log.receipt(wanted);
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
