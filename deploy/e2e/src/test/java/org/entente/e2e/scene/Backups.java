package org.entente.e2e.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.CommandLine.Ended;
import org.entente.local.postgres.Postgres;

/**
 * The database cluster of an exchange, backed up and restored by the scripts that operators use.
 *
 * @param archive folder for copies and WAL
 */
public record Backups(Postgres postgres, Path archive) {

  private static final String SUPERUSER = "postgres";
  private static final Path SCRIPTS = Scene.repository().resolve("deploy/backup");

  /** From now on WAL is archived. */
  public void begin() {
    postgres.archive("%s %%p %%f %s".formatted(SCRIPTS.resolve("archive-wal"), archive));
  }

  /** Copies the running cluster. */
  public void copy() {
    ok(Map.of("SQL", session(SUPERUSER)), "base-backup", archive.toString());
  }

  /** What log and indicators do not have in common. */
  public Ended compare() {
    return run(
        Map.of("LOG_SQL", session("audit"), "INDICATORS_SQL", session("indicators")),
        List.of("compare"));
  }

  private String session(String database) {
    return String.join(
        " ",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        SqlSession.class.getName(),
        postgres.jdbcUrl(database),
        SUPERUSER);
  }

  /** Now, by the database's clock; what is committed from here on comes later. */
  public String now() {
    return text("SELECT clock_timestamp()::text");
  }

  /** The WAL so far is archived. */
  public void archived() {
    var segment = text("SELECT pg_walfile_name(pg_switch_wal())");
    Eventually.is("the WAL is archived", () -> Files.exists(archive.resolve("wal/" + segment)));
  }

  /** The cluster dies, its data is put aside, and what was archived takes its place. */
  public void loseAndRestore(String... how) {
    var lost = postgres.data().resolveSibling("lost-" + System.nanoTime());
    postgres.kill();
    move(postgres.data(), lost);
    var words = new ArrayList<>(List.of("restore", archive.toString(), postgres.data().toString()));
    for (var word : how) {
      words.add(word.replace("LOST", lost.toString()));
    }
    ok(Map.of(), words.toArray(String[]::new));
    postgres.start();
    Eventually.is("the database leads", () -> text("SELECT pg_is_in_recovery()").equals("f"));
    postgres.archive("true");
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String sql) {
    return new Database(postgres, SUPERUSER).text(sql).orElseThrow();
  }

  private static void ok(Map<String, String> environment, String... words) {
    var ended = run(environment, List.of(words));
    assertEquals(0, ended.exit(), ended.said());
  }

  private static Ended run(Map<String, String> environment, List<String> words) {
    var command = new ArrayList<>(List.of("env"));
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.add(SCRIPTS.resolve(words.getFirst()).toString());
    command.addAll(words.subList(1, words.size()));
    return Program.run(SCRIPTS, command);
  }
}
