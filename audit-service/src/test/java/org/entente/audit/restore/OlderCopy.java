package org.entente.audit.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.audit.TestWitness;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.entente.audit.visibility.Readership;
import org.entente.audit.witness.OfflineWitnesses;
import org.entente.log.Checkpoint;
import org.entente.log.TlogPolicy;

/** A log, a copy of its database from some time ago, a mirror and a witness of it. */
final class OlderCopy implements AutoCloseable {

  static final Readership READERSHIP = new Readership(Set.of("kr", "eu"), List.of());
  private static final List<String> TABLES =
      List.of(
          "log_state",
          "entry",
          "tile",
          "checkpoint",
          "idem",
          "entry_object",
          "entry_reader",
          "disclosure",
          "client_seq");

  final TestLog log;
  final TestLog copy;
  final TestMirror mirror;
  final TestWitness witness;
  final List<NewEntry> entries;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private OlderCopy(TestLog log, TestLog copy, Path mirror, List<NewEntry> entries)
      throws SQLException, IOException {
    this.log = log;
    this.copy = copy;
    this.entries = entries;
    this.mirror = TestMirror.of(log, mirror);
    this.witness = new TestWitness(TestLog.policy().logs());
    remember(TestMirror.checkpoint(note(log)));
  }

  /**
   * Makes one.
   *
   * @param copied how many entries the copy has
   * @param batches of the log, each of which ends with a checkpoint; the first are the copy's
   */
  static OlderCopy of(Path mirror, int copied, List<Integer> batches) throws Exception {
    return ofEntries(mirror, copied, batches.stream().map(TestLog::fresh).toList());
  }

  /** Likewise of these batches. */
  static OlderCopy ofEntries(Path mirror, int copied, List<List<NewEntry>> all) throws Exception {
    var log = TestLog.create(PostgresTest.server);
    var copy = TestLog.create(PostgresTest.server);
    // One after the other: they are schemas of one database, in which only one leads.
    append(log, all);
    var begun = new ArrayList<List<NewEntry>>();
    for (long had = 0; had < copied; had += begun.getLast().size()) {
      begun.add(all.get(begun.size()));
    }
    append(copy, begun);
    var entries = all.stream().flatMap(List::stream).toList();
    return new OlderCopy(log, copy, mirror, entries);
  }

  private static void append(TestLog to, List<List<NewEntry>> batches) throws InterruptedException {
    var leading = to.lead(to.database());
    batches.forEach(leading::append);
    to.stop();
  }

  private static String note(TestLog log) throws SQLException {
    return log.column("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1").getFirst();
  }

  /** The witness has seen this. */
  void remember(Checkpoint checkpoint) {
    remember(witness, checkpoint);
  }

  private static void remember(TestWitness witness, Checkpoint checkpoint) {
    witness.remember(TestLog.signed(checkpoint, Instant.ofEpochSecond(1_795_360_200)));
  }

  /** Another witness that has seen all of the log. */
  TestWitness another() throws SQLException, IOException {
    var another = new TestWitness(TestLog.policy().logs());
    remember(another, TestMirror.checkpoint(note(log)));
    return another;
  }

  /** The command as it runs when configuration has been read; its exit code. */
  int restore() throws SQLException, IOException {
    return restore(mirror.folder());
  }

  int restore(Path from) throws SQLException, IOException {
    return restore(from, witness.policyLines(), TestLog.policy());
  }

  /** Likewise with witnesses and a quorum that {@code --policy} names, too. */
  int restore(String witnesses) throws SQLException, IOException {
    return restore(mirror.folder(), witnesses, TlogPolicy.parse(policy(witnesses).getBytes(UTF_8)));
  }

  private static String policy(String witnesses) {
    return TlogPolicy.text(TestLog.policy().logs()).replace("quorum none\n", witnesses);
  }

  private int restore(Path from, String witnesses, TlogPolicy believed)
      throws SQLException, IOException {
    var origin = TestLog.KEYS.origin();
    var out = new PrintStream(said, true, UTF_8);
    var restoration = new Restoration(new MirrorFolder(from), READERSHIP, origin, believed, out);
    try (var connection = copy.database().getConnection()) {
      return new RestoreCommand(out, out)
          .restore(
              connection,
              restoration,
              OfflineWitnesses.of(policy(witnesses), Optional.empty(), origin, believed));
    }
  }

  /** All that it has said. */
  String said() {
    return said.toString(UTF_8);
  }

  /** Everything the copy holds but its term. */
  List<String> stored() throws SQLException {
    var all = new ArrayList<String>();
    for (var table : TABLES) {
      all.addAll(
          copy.column(
              "SELECT (to_jsonb(t) - 'epoch' - 'leader')::text FROM " + table + " t ORDER BY 1"));
    }
    return all;
  }

  @Override
  public void close() throws SQLException {
    witness.close();
    log.close();
    copy.close();
  }
}
