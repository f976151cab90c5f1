package org.entente.kit.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.entente.kit.client.ExchangeRefused;
import org.entente.kit.client.Unreachable;
import org.entente.kit.evidence.LogReader;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.file.AppendFile;
import org.entente.kit.mirror.Contents;
import org.entente.kit.mirror.Mirror;
import org.entente.kit.mirror.MirrorFolder;
import org.entente.kit.wording.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente mirror run}. */
@Command(
    name = "run",
    description = "Copy what the log publishes, verified, until a signal ends it.",
    footer = {
      "%nThe copy moves to a new checkpoint when its whole tree is there and recomputes. Needs a joint",
      "auditor, or --hashes-only. Any web server can serve the folder (C2SP tlog-tiles). Examples:",
      "  entente mirror run -p eu-joint.properties --to /var/lib/entente-mirror",
      "  entente mirror run -p eu-auditor.properties --to mirror --hashes-only --once"
    })
final class MirrorRunCommand extends EntenteCommand {

  private static final int STEP = 1 << 16;

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "The mirror.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path to;

  @Option(names = "--hashes-only", description = "Checkpoints and hash tiles, no entries.")
  private boolean hashesOnly;

  @Option(names = "--once", description = "Look once and end.")
  private boolean once;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "Between two looks. Default: PT30S.")
  private Duration every = Duration.ofSeconds(30);

  @Option(
      names = "--stale-after",
      paramLabel = "TIME",
      description =
          "The log records a heartbeat each minute; alarm when nothing is new for so long."
              + " Default: PT10M.")
  private Duration staleAfter = Duration.ofMinutes(10);

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Tiles asked for at a time, 1 to 32. Default: 4.")
  private int parallel = 4;

  @Mixin private LogReaders from = new LogReaders();

  @Mixin private Retrying retrying = new Retrying();

  private boolean stale;

  @Override
  Report run() {
    if (parallel < 1
        || parallel > 32
        || !from.usable()
        || every.isNegative()
        || staleAfter.isNegative()) {
      throw usage("--parallel is 1 to 32, times are not negative, and --from is an address.");
    }
    MirrorFolder folder = new MirrorFolder(edge().disk(), to);
    Mirror.Pace pace = new Mirror.Pace(hashesOnly ? Contents.HASHES : Contents.ALL, parallel, STEP);
    var policy = new TrustFolder(profile().trustFolder()).logPolicy();
    LogReader reader = LogReaders.patient(from.reader(this::session), retrying, edge().time());
    Mirror mirror = new Mirror(folder, reader, policy, pace);
    edge().time().stop().heed();
    try (AppendFile _ = edge().disk().appending(to.resolve("lock"))) {
      return follow(mirror, folder, edge().time().clock().instant());
    }
  }

  private Report follow(Mirror mirror, MirrorFolder folder, Instant begun) {
    Report report = new Report();
    boolean goesOn = true;
    while (goesOn) {
      look(mirror, report);
      Duration still =
          Duration.between(folder.lastGrowth().orElse(begun), edge().time().clock().instant());
      tellStanding(still);
      goesOn = !once && edge().time().pause().of(every);
    }
    report.put("stale", stale);
    return stale
        ? report
            .line("THE LOG STANDS STILL, although it records a heartbeat each minute.")
            .exit(ExitCode.STALE)
        : report;
  }

  private void look(Mirror mirror, Report report) {
    try (ProgressLine line = progress()) {
      Mirror.Look look = mirror.look(size -> line.show(size + " entries copied"));
      report.put("log", look.checkpoint().origin()).put("size", look.checkpoint().size());
      if (look.copied() > 0) {
        say(
            "Copied and recomputed up to "
                + Counted.of(look.checkpoint().size(), "entry", "entries")
                + ".");
      }
    } catch (Unreachable | ExchangeRefused e) {
      // Somebody who is only away comes back; whether it is away too long is told as standing
      // still.
      if (once || (e instanceof ExchangeRefused refused && !refused.temporary())) {
        throw e;
      }
      warn(String.valueOf(e.getMessage()));
    }
  }

  private void tellStanding(Duration still) {
    boolean now = still.compareTo(staleAfter) > 0;
    if (now) {
      warn("THE LOG STANDS STILL: no new checkpoint for " + still + ".");
    } else if (stale) {
      warn("The log grows again.");
    }
    stale = now;
  }
}
