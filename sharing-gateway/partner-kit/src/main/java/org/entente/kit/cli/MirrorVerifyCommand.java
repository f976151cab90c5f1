package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.mirror.CheckPosition;
import org.entente.kit.mirror.Contents;
import org.entente.kit.mirror.MirrorCheck;
import org.entente.kit.mirror.MirrorFolder;
import org.entente.kit.wording.Counted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code entente mirror verify}: offline, always. */
@Command(
    name = "verify",
    description =
        "Recompute a mirror from its entries, without any network; names what is damaged.",
    footer = {
      "%nBelieves only the keys in the trust folder's log.policy. With --progress, an interrupted run",
      "goes on where it was; keep that file where nobody else can write. Example:",
      "  entente mirror verify --trust trust --to /var/lib/entente-mirror --progress ~/mirror.pos"
    })
final class MirrorVerifyCommand extends EntenteCommand {

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "The mirror.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path to;

  @Option(
      names = "--trust",
      paramLabel = "DIR",
      description = "The trust folder. Default: the profile's.")
  private @Nullable Path trust;

  @Option(names = "--hashes-only", description = "The mirror holds no entries.")
  private boolean hashesOnly;

  @Option(names = "--progress", paramLabel = "FILE", description = "How far it came.")
  private @Nullable Path position;

  @Override
  Report run() {
    TrustFolder folder = new TrustFolder(trust == null ? profile().trustFolder() : trust);
    MirrorCheck check =
        new MirrorCheck(
            new MirrorFolder(edge().disk(), to),
            folder.logPolicy(),
            hashesOnly ? Contents.HASHES : Contents.ALL);
    try (ProgressLine line = progress()) {
      MirrorCheck.Result result =
          check.run(
              position(),
              come -> {
                line.show(come.size() + " entries verified");
                if (position != null) {
                  edge().disk().replace(position, come.toByteArray());
                }
              });
      if (position != null && java.nio.file.Files.exists(position)) {
        edge().disk().delete(position);
      }
      return report(result);
    }
  }

  private Optional<CheckPosition> position() {
    if (position == null || !java.nio.file.Files.exists(position)) {
      return Optional.empty();
    }
    CheckPosition come =
        CheckPosition.parse(Files.read(position))
            .orElseThrow(() -> usage("--progress names a file that is something else."));
    say("Going on after entry " + (come.size() - 1) + ".");
    return Optional.of(come);
  }

  private Report report(MirrorCheck.Result result) {
    Report report =
        new Report()
            .put("log", result.checkpoint().origin())
            .put("size", result.checkpoint().size())
            .put("checkpoints", result.history())
            .put("findings", result.findings());
    if (!result.findings().isEmpty()) {
      result.findings().forEach(report::line);
      return report.line("The mirror does NOT hold.").exit(ExitCode.NOT_VERIFIED);
    }
    return report.line(
        "The mirror of "
            + result.checkpoint().origin()
            + " holds: "
            + Counted.of(result.checkpoint().size(), "entry", "entries")
            + (hashesOnly ? " by their hashes only" : "")
            + ", every tile, and "
            + Counted.of(result.history(), "checkpoint")
            + ".");
  }
}
