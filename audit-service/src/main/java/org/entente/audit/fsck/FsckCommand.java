package org.entente.audit.fsck;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.entente.audit.offline.CannotRun;
import org.entente.audit.offline.Installation;
import org.entente.audit.offline.Options;
import org.entente.audit.offline.Target;
import org.entente.audit.refusal.Refusal;
import org.entente.log.EvidenceRejected;

/**
 * {@code fsck}: a whole pass over the log without the service, by whoever can read its database. It
 * writes nothing there. It believes the log's keys and nothing else.
 */
public final class FsckCommand {

  /** Everything fits. */
  public static final int SOUND = 0;

  /** Something does not; it was named. */
  public static final int DAMAGED = 1;

  /** Nothing is known: wrong arguments, no database, another log. */
  public static final int CANNOT_RUN = 2;

  private static final Set<String> OPTIONS = Set.of("--policy", "--state");
  private static final long TELL_EVERY_NS = Duration.ofSeconds(2).toNanos();
  private static final int NAMED = 1_000;
  private static final String USAGE =
      """
      Usage: fsck [--policy FILE] [--state FILE]
      Checks the whole stored log. Reads config/application.properties, the environment and the
      files that QUARKUS_CONFIG_LOCATIONS names, as the service does, for quarkus.datasource.* and
      the log's keys.
        --policy FILE  believe the log keys in this tlog-policy file; else the key files in
                       entente.log.* are read, private keys and all, though nothing is signed
        --state FILE   keep there how far it is, and go on from there after an interruption
      Exit codes: 0 everything fits, 1 something does not (named), 2 it cannot run
      """;

  private final PrintStream out;
  private final PrintStream err;

  /** Findings and progress go to the first, why it cannot run to the second. */
  public FsckCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs to the end; the exit code. */
  public int run(List<String> arguments) {
    try {
      var options = Options.of(arguments, OPTIONS);
      if (options.isEmpty()) {
        err.print(USAGE);
        return CANNOT_RUN;
      }
      var target = Target.of(Installation.here(), options.get().file("--policy"));
      return check(target, new StateFile(options.get().file("--state")));
    } catch (CannotRun | SQLException | IOException | Refusal | EvidenceRejected e) {
      err.println("fsck cannot run: " + e.getMessage());
      return CANNOT_RUN;
    }
  }

  /** Runs with what the command line and the configuration say. */
  int check(Target target, StateFile file) throws SQLException, IOException {
    try (var connection = target.database().connect()) {
      var origin = target.requireOrigin(connection);
      var state = file.read(origin);
      if (state.position().verified() > 0) {
        out.printf("Going on from entry %d of %s.%n", state.position().verified(), origin);
      }
      return pass(connection, new LogCheck(target.log()), file, state);
    }
  }

  private int pass(Connection connection, LogCheck check, StateFile file, StateFile.State begun)
      throws SQLException, IOException {
    var state = begun;
    var told = System.nanoTime();
    Step step;
    do {
      step = check.step(connection, state.position());
      name(step, state.findings());
      state = state.after(step);
      file.write(state);
      if (step.ended() || System.nanoTime() - told > TELL_EVERY_NS) {
        out.printf(
            "%d of %d entries, %d findings%n",
            state.position().verified(), step.size(), state.findings());
        told = System.nanoTime();
      }
    } while (!step.ended());
    file.delete();
    return verdict(state);
  }

  private int verdict(StateFile.State state) {
    if (state.findings() == 0) {
      out.printf("The log fits: %s, %d entries.%n", state.origin(), state.position().verified());
      return SOUND;
    }
    out.printf("The log does NOT fit: %s, %d findings.%n", state.origin(), state.findings());
    return DAMAGED;
  }

  private void name(Step step, long before) {
    step.findings().stream().limit(Math.max(0, NAMED - before)).forEach(out::println);
  }
}
