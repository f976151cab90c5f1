package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.kit.evidence.PackAudit;
import org.entente.kit.evidence.TrustFolder;
import org.entente.log.TlogPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente evidence verify}: offline, always. */
@Command(
    name = "verify",
    description = "Verify a pack of evidence without any network.",
    footer = {
      "%nBelieves only the trust folder, never the policy in the pack. Example:",
      "  entente evidence verify --trust trust --witnessed case7.zip"
    })
final class EvidenceVerifyCommand extends EntenteCommand {

  @Parameters(paramLabel = "FILE", description = "The pack.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path pack;

  @Option(
      names = "--trust",
      paramLabel = "DIR",
      description = "The trust folder. Default: the profile's.")
  private @Nullable Path trust;

  @Option(
      names = "--witnessed",
      description = "The checkpoint must be cosigned by the quorum of witnesses in log.policy.")
  private boolean witnessed;

  @Override
  Report run() {
    TrustFolder folder = new TrustFolder(trust == null ? profile().trustFolder() : trust);
    TlogPolicy policy = folder.logPolicy();
    PackAudit.Proven proven = PackAudit.of(pack, policy);
    Report report = PackTelling.report(proven, folder, policy);
    return witnessed && !proven.checkpoint().witnessed()
        ? report.exit(ExitCode.NOT_VERIFIED)
        : report;
  }
}
