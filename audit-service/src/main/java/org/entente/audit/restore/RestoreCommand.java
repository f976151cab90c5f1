package org.entente.audit.restore;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.entente.agreement.AgreementFile;
import org.entente.agreement.AgreementRejected;
import org.entente.audit.access.AgreedReadership;
import org.entente.audit.offline.CannotRun;
import org.entente.audit.offline.Installation;
import org.entente.audit.offline.Options;
import org.entente.audit.offline.Target;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.restore.PostgresErasedAgain.Gone;
import org.entente.audit.sequencer.PostgresRecovery;
import org.entente.audit.tree.Rollback;
import org.entente.audit.witness.Memory;
import org.entente.audit.witness.OfflineWitnesses;
import org.entente.audit.witness.WitnessMemory;
import org.entente.log.EvidenceRejected;
import org.jspecify.annotations.Nullable;

/**
 * {@code restore}: puts entries back into an older copy of the log's database, from a mirror of the
 * log, byte for byte. It signs nothing. Without a policy it reads the keys the log signs with,
 * private as they are, to know what they verify; with one it needs none of them. Nothing is put
 * back that does not continue what is stored to what the log signed and witnesses remember.
 */
public final class RestoreCommand {

  /** The log is as long as mirror and witnesses know it, and each entry has its bytes. */
  public static final int DONE = 0;

  /** What was put back, if anything, fits; the rest does not, and was named. */
  public static final int REFUSED = 1;

  /** Nothing is known: wrong arguments, no database, another log. */
  public static final int CANNOT_RUN = 2;

  private static final String DAMAGE =
      "deploy/RUNBOOK.md, \"The check of the log found something\"";
  private static final String FROM = "--from";
  private static final String POLICY = "--policy";
  private static final String USAGE =
      """
      Usage: restore --from FOLDER [--policy FILE]
      Puts entries back that a mirror of the log has and the database lacks, and the bytes of
      entries that are damaged. What the log says is erased of clients is erased again, where the
      database is a copy from before. The service must not run. Reads
      config/application.properties, the environment and the files that QUARKUS_CONFIG_LOCATIONS
      names, as the service does.
        --from FOLDER  the mirror, as entente mirror run keeps it
        --policy FILE  believe the log keys in this tlog-policy file; else the key files in
                       entente.log.* are read, private keys and all, though nothing is signed
      Exit codes: 0 nothing is missing now, 1 refused (it says why), 2 it cannot run
      """;

  private final PrintStream out;
  private final PrintStream err;

  /** What is done goes to the first, why it is not to the second. */
  public RestoreCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs to the end; the exit code. */
  public int run(List<String> arguments) {
    var options = Options.of(arguments, Set.of(FROM, POLICY));
    var from = options.flatMap(given -> given.file(FROM));
    if (from.isEmpty()) {
      err.print(USAGE);
      return CANNOT_RUN;
    }
    try {
      var installation = Installation.here();
      var target = Target.of(installation, options.get().file(POLICY));
      return restore(installation, target, from.get());
    } catch (CannotRun | AgreementRejected | SQLException | IOException | EvidenceRejected e) {
      err.println("restore cannot run: " + e.getMessage());
      return CANNOT_RUN;
    }
  }

  private int restore(Installation installation, Target target, Path mirror)
      throws SQLException, IOException {
    var agreed = new AgreementFile(Path.of(installation.required("entente.exchange"))).read();
    var readership = AgreedReadership.of(agreed);
    try (var connection = target.database().connect()) {
      var origin = target.requireOrigin(connection);
      var witnesses = OfflineWitnesses.of(installation, origin, target.log());
      var folder = new MirrorFolder(mirror);
      return restore(
          connection, new Restoration(folder, readership, origin, target.log(), out), witnesses);
    }
  }

  /** Runs with what the command line and the configuration say. */
  int restore(Connection connection, Restoration restoration, WitnessMemory witnesses)
      throws SQLException, IOException {
    try (var recovery = begin(connection)) {
      var before = recovery.stored().size();
      var memories = witnesses.ask();
      if (!witnesses.suffice(memories)) {
        throw new RestoreRefused(
            "too few witnesses answer to tell how long the log was: " + answered(memories));
      }
      var left = restoration.mend(new PostgresBodies(connection));
      var back = restoration.run(recovery, memories);
      tell(new PostgresErasedAgain(connection).run());
      tell(before, back);
      return left == 0 ? DONE : damaged(left);
    } catch (RestoreRefused e) {
      return refused(e.getMessage());
    } catch (Refusal e) {
      return refused(e.detail());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String answered(List<Memory> memories) {
    return memories.isEmpty()
        ? "none does"
        : "only " + memories.stream().map(Memory::witness).collect(joining(", "));
  }

  private static PostgresRecovery begin(Connection connection) throws SQLException {
    return PostgresRecovery.begin(connection)
        .orElseThrow(
            () -> new RestoreRefused("an audit-service leads this log: stop all of them first"));
  }

  private int refused(@Nullable String why) {
    err.println("Refused: " + why + ".");
    err.println("Nothing was lost; see " + Rollback.RUNBOOK + ".");
    return REFUSED;
  }

  private int damaged(long left) {
    err.printf("%d entries stay damaged, named above; see %s.%n", left, DAMAGE);
    return REFUSED;
  }

  private void tell(long before, long back) {
    if (back == 0) {
      out.printf("Nothing is missing: the log has %d entries, no witness has seen more.%n", before);
      return;
    }
    out.printf(
        """
        Put back entries %d to %d, byte for byte: the log has %d entries.
        Who acted in them, and other personal fields, are not in a mirror and stay erased.
        Next: run fsck, then start the service.
        """,
        before, before + back - 1, before + back);
  }

  private void tell(Gone gone) {
    if (gone.rows() > 0) {
      out.printf(
          "Erased the personal fields of %d entries again, as %s of the log %s.%n",
          gone.rows(),
          gone.records().stream().map(index -> "entry " + index).collect(joining(", ")),
          gone.records().size() == 1 ? "says" : "say");
    }
  }
}
