package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.kit.client.LogClient;
import org.entente.kit.evidence.ProvenReceipt;
import org.entente.kit.evidence.TrustFolder;
import picocli.CommandLine.Command;
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

  @Override
  Report run() {
    byte[] receipt = new LogClient(session()).receipt(leaf);
    ProvenReceipt proven =
        ProvenReceipt.of(receipt, new TrustFolder(profile().trustFolder()).logPolicy());
    Path folder = Path.of("").toAbsolutePath().resolve(out).getParent();
    Path name = out.getFileName();
    if (folder == null || name == null) {
      throw usage("--out must name a file.");
    }
    Files.write(folder, name.toString(), receipt);
    return new Report()
        .put("index", proven.proven().index())
        .put("record", proven.record())
        .line("Entry " + proven.proven().index() + " proven: " + out);
  }
}
