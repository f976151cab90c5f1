package org.entente.audit.sequencer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.entente.audit.SampleRecord;
import org.entente.audit.identity.LogConfig;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.visibility.Readership;
import org.entente.log.Checkpoint;
import org.entente.log.KeyType;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;

/** A log in a schema of its own, and the processes that sequence it. */
public final class TestLog implements AutoCloseable {

  /** Why nothing may be appended, if a test wants so. */
  public volatile Optional<String> obstacle = Optional.empty();

  private static final String ORIGIN = "exchange.entente.example/crash";
  private static final List<SignerKey> SIGNERS =
      List.of(key(KeyType.ED25519), key(KeyType.ML_DSA_44));
  public static final LogKeys KEYS = new LogKeys(ORIGIN, SIGNERS.getFirst(), SIGNERS.getLast());

  private static final String MIGRATION =
      migration("V1__log.sql")
          + migration("V3__entry_reader.sql")
          + migration("V5__fsck.sql")
          + migration("V6__disclosure.sql")
          + migration("V10__client_seq.sql")
          + migration("V11__review.sql")
          + migration("V12__reconciliation.sql")
          + migration("V13__fsck_told.sql")
          + migration("V14__withdrawn_and_totals.sql")
          + migration("V15__leader.sql")
          + migration("V16__put_back.sql");

  /** What others remember, if a test wants so. */
  volatile PostgresLeadership.Check check = (_, _) -> {};

  private static final Config USUAL = new Config(Duration.ofSeconds(20), Optional.empty());

  private final DataSource database;
  private final String schema;
  private final List<Thread> threads = new ArrayList<>();

  private TestLog(DataSource database, String schema) {
    this.database = database;
    this.schema = schema;
  }

  private static SignerKey key(KeyType type) {
    return SignerKey.generate(ORIGIN, type, new SecureRandom());
  }

  /** A checkpoint of this log, whether it is true or not. */
  public static SignedNote signed(Checkpoint checkpoint, Instant at) {
    return checkpoint.sign(SIGNERS, at);
  }

  public static TlogPolicy policy() {
    return TlogPolicy.ofLogs(List.of(KEYS.ed25519(), KEYS.mlDsa44()));
  }

  /** An empty log in a new schema of this server; a database each would cost seconds of syncing. */
  public static TestLog create(EmbeddedPostgres server) throws SQLException {
    var name = "log_" + UUID.randomUUID().toString().replace('-', '_');
    var database = server.getDatabase("postgres", "postgres", Map.of("currentSchema", name));
    var log = new TestLog(database, name);
    log.execute("CREATE SCHEMA " + name + ";" + MIGRATION);
    return log;
  }

  /** The text of a migration. */
  public static String migration(String file) {
    try (var in = TestLog.class.getResourceAsStream("/db/migration/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DataSource database() {
    return database;
  }

  /** Connections on which the advisory lock is always granted, as if it did not exist. */
  DataSource withoutLock() {
    return new FaultyDataSource(
            database, sql -> sql.contains("advisory_lock") ? "SELECT true" : sql)
        .asDataSource();
  }

  /** A new process that sequences through these connections, waited for until it leads. */
  public Sequencer lead(DataSource source) throws InterruptedException {
    return awaitLeading(start(source, Clock.systemUTC()));
  }

  /** Likewise, with this append deadline. */
  Sequencer lead(DataSource source, Duration deadline) throws InterruptedException {
    return awaitLeading(start(source, Clock.systemUTC(), new Config(deadline, Optional.empty())));
  }

  /** A new process that tries to sequence and can be reached there. */
  Sequencer start(DataSource source, String address) {
    return start(
        source, Clock.systemUTC(), new Config(USUAL.appendDeadline(), Optional.of(address)));
  }

  static LogConfig config(Duration deadline, String address) {
    return new Config(deadline, Optional.of(address));
  }

  /** What appends with this sequencer, and with no other. */
  public static Appending alone(Sequencer sequencer) {
    return appending(
        sequencer,
        (_, _, _) -> {
          throw new NotLeading("nobody else is here");
        });
  }

  static Appending appending(Sequencer sequencer, Fellow fellow) {
    return new Appending(sequencer, fellow, USUAL);
  }

  /** A new process that tries to sequence. */
  public Sequencer start(DataSource source, Clock clock) {
    return start(source, clock, USUAL);
  }

  private Sequencer start(DataSource source, Clock clock, LogConfig config) {
    var notary = new Notary(KEYS, clock);
    var leadership =
        new PostgresLeadership(
            source,
            notary,
            config.address(),
            (connection, size) -> check.require(connection, size));
    var sequencer = new Sequencer(leadership, () -> obstacle, config, new SimpleMeterRegistry());
    var thread = Thread.ofPlatform().name("sequencer-under-test").unstarted(sequencer);
    thread.setUncaughtExceptionHandler((_, _) -> {}); // a process that is gone reports nothing
    thread.start();
    threads.add(thread);
    return sequencer;
  }

  public static Sequencer awaitLeading(Sequencer sequencer) throws InterruptedException {
    Await.until(() -> sequencer.state() instanceof SequencerState.Leading);
    return sequencer;
  }

  /** Entries nobody has appended yet. */
  public static List<NewEntry> fresh(int count) {
    return IntStream.range(0, count).mapToObj(_ -> entry(SampleRecord.fresh())).toList();
  }

  /** One that its own party may read. */
  public static NewEntry entry(SampleRecord sample) {
    return NewEntry.parse(sample.bytes(), new Readership(Set.of(), List.of()));
  }

  public void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of what this finds, as texts. */
  public List<String> column(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** Ends all processes properly. */
  public void stop() {
    threads.forEach(Thread::interrupt);
    try {
      for (var thread : threads) {
        thread.join(Duration.ofSeconds(20));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public void close() throws SQLException {
    stop();
    execute("DROP SCHEMA " + schema + " CASCADE");
  }

  /** Queue as in production. */
  private record Config(Duration appendDeadline, Optional<String> address) implements LogConfig {
    @Override
    public String origin() {
      return ORIGIN;
    }

    @Override
    public Path ed25519Key() {
      throw new UnsupportedOperationException("the keys are in memory");
    }

    @Override
    public Path mlDsa44Key() {
      throw new UnsupportedOperationException("the keys are in memory");
    }

    @Override
    public Next next() {
      throw new UnsupportedOperationException("the keys are in memory");
    }

    @Override
    public Optional<Path> formerKeys() {
      throw new UnsupportedOperationException("the keys are in memory");
    }

    @Override
    public int queueEntries() {
      return 4096;
    }
  }
}
