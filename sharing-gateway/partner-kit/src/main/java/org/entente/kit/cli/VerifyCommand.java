package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.kit.evidence.ProvenReceipt;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.Expectation;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.manifest.VerifiedManifest;
import org.entente.log.TlogPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code entente verify}: offline, always. */
@Command(
    name = "verify",
    description = "Verify a manifest with its body, a receipt, or both, without any network.",
    footer = {
      "%nWith both, the receipt must be that of exactly this manifest and body. Examples:",
      "  entente verify --trust trust --manifest sent/manifest.jws --body sent/body.json",
      "  entente verify --trust trust --receipt sent/receipt.tlog-proof"
    })
final class VerifyCommand extends EntenteCommand {

  @Option(
      names = "--trust",
      paramLabel = "DIR",
      description = "The trust folder. Default: the profile's.")
  private @Nullable Path trust;

  @Option(names = "--manifest", paramLabel = "FILE", description = "A submission manifest.")
  private @Nullable Path manifest;

  @Option(names = "--body", paramLabel = "FILE", description = "The body it signs.")
  private @Nullable Path body;

  @Option(names = "--receipt", paramLabel = "FILE", description = "A receipt (.tlog-proof).")
  private @Nullable Path receipt;

  @Option(
      names = "--witnessed",
      description = "The receipt must be cosigned by the quorum of witnesses in log.policy.")
  private boolean witnessed;

  @Override
  Report run() {
    if ((manifest == null) != (body == null)
        || (receipt == null && (manifest == null || witnessed))) {
      throw usage("Give --manifest and --body together, or --receipt, or all three.");
    }
    TrustFolder folder = new TrustFolder(trust == null ? profile().trustFolder() : trust);
    Report report = new Report();
    if (receipt != null) {
      TlogPolicy policy = folder.logPolicy();
      ProvenReceipt proven = ProvenReceipt.of(Files.read(receipt), policy);
      describe(report, proven);
      Standing.tell(report, proven.witnesses(), policy);
      if (witnessed && !proven.witnesses().witnessed()) {
        return report.exit(ExitCode.NOT_VERIFIED);
      }
      if (manifest != null && body != null && !names(proven, manifest, body)) {
        return report
            .line("But it is the receipt of another submission.")
            .put("receipt_matches", false)
            .exit(ExitCode.NOT_VERIFIED);
      }
    }
    if (manifest != null && body != null) {
      describe(report, verified(folder, manifest, body));
    }
    return report;
  }

  private static VerifiedManifest verified(TrustFolder folder, Path manifest, Path body) {
    return folder
        .manifestVerifier()
        .verify(Files.read(manifest), Body.of(Files.read(body)), Expectation.offline());
  }

  private static boolean names(ProvenReceipt proven, Path manifest, Path body) {
    return proven.names(
        Sha256.of(Files.read(manifest)).base64Url(), Sha256.of(Files.read(body)).base64Url());
  }

  private static void describe(Report report, ProvenReceipt proven) {
    var checkpoint = proven.proven().checkpoint();
    report
        .put("receipt_index", proven.proven().index())
        .put("log", checkpoint.origin())
        .put("log_size", checkpoint.size())
        .put("record", proven.record())
        .line(
            "Receipt proven: entry "
                + proven.proven().index()
                + " of log "
                + checkpoint.origin()
                + ", signed at size "
                + checkpoint.size()
                + ".");
  }

  private static void describe(Report report, VerifiedManifest verified) {
    report
        .put("signer", verified.signer().urn().toString())
        .put("signed_at", verified.claims().issuedAt().toString())
        .put("checks", verified.checks())
        .line(
            "Signature proven: "
                + verified.signer().urn()
                + " signed this body at "
                + verified.claims().issuedAt()
                + ".");
  }
}
