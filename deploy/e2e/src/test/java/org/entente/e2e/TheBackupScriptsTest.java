package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.e2e.scene.CommandLine.Ended;
import org.entente.e2e.scene.Program;
import org.entente.e2e.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts of {@code deploy/backup} refuse; what they do is {@link WhatIsRestoredTest}. */
class TheBackupScriptsTest {

  private static final String SEGMENT = "000000010000000000000007";
  private static final String ALL = "that is all\n";

  private @TempDir Path folder;

  @BeforeEach
  void an_archive_with_two_copies() throws IOException {
    copy("2026-11-26T01-10-00.000000Z", "first");
    copy("2026-11-27T01-10-00.000000Z", "second");
  }

  @Test
  void a_segment_is_kept_once_and_never_replaced() throws IOException {
    write("pg_wal/" + SEGMENT, "the log");

    // When
    var first = archive();
    var again = archive();
    write("pg_wal/" + SEGMENT, "another cluster's");
    var other = archive();

    // Then
    assertEquals(List.of(0, 0, 1), List.of(first.exit(), again.exit(), other.exit()));
    assertEquals("the log", Files.readString(folder.resolve("archive/wal/" + SEGMENT)));
    assertEquals(1, run("fetch-wal", "archive", "000000010000000000000008", "there").exit());
    assertEquals(0, run("fetch-wal", "archive", SEGMENT, "there").exit());
    assertEquals("the log", Files.readString(folder.resolve("there")));
  }

  /** PostgreSQL takes up to 125 for the end of the archive, and would lead without the rest. */
  @Test
  void an_archive_that_cannot_be_read_is_not_taken_for_one_that_ends() throws IOException {
    Files.createDirectories(folder.resolve("archive/wal").resolve(SEGMENT));

    assertEquals(255, run("fetch-wal", "archive", SEGMENT, "there").exit());
    assertEquals(255, run("fetch-wal", "not-mounted", SEGMENT, "there").exit());
  }

  @Test
  void what_the_old_disk_has_comes_along_over_a_link_too() throws IOException {
    write("disk/" + SEGMENT, "the last one");
    Files.createSymbolicLink(folder.resolve("pg_wal"), Path.of("disk"));

    // When
    var restored = run("restore", "archive", "data", "--wal", "pg_wal");

    // Then
    assertEquals(0, restored.exit(), restored.said());
    assertEquals("the last one", Files.readString(folder.resolve("data/pg_wal").resolve(SEGMENT)));
  }

  @Test
  void of_several_timelines_one_must_be_named() throws IOException {
    write("archive/wal/00000002.history", "1\t0/3000000\tbefore 2026-11-27 01:20:00+00");

    // When
    var unsaid = run("restore", "archive", "data", "--time", "2026-11-27T01:30:00Z");
    var first =
        run("restore", "archive", "data", "--time", "2026-11-27T01:30:00Z", "--timeline", "1");

    // Then
    assertRefused(unsaid, "timeline 2 began");
    assertEquals(0, first.exit(), first.said());
    assertTrue(settings("data").contains("recovery_target_timeline = '1'"));
  }

  @Test
  void the_newest_copy_before_the_time_is_taken() throws IOException {
    // When
    var restored = run("restore", "archive", "data", "--time", "2026-11-27T01:00:00Z");

    // Then
    assertEquals(0, restored.exit(), restored.said());
    assertEquals("first", Files.readString(folder.resolve("data/copied")));
    assertTrue(settings("data").contains("recovery_target_time = '2026-11-27 01:00:00.000000+00'"));
    assertTrue(Files.exists(folder.resolve("data/recovery.signal")));
  }

  @Test
  void what_an_earlier_restore_has_set_does_not_stop_this_one() throws IOException {
    // When
    var restored = run("restore", "archive", "data");

    // Then
    assertEquals(0, restored.exit(), restored.said());
    assertEquals("second", Files.readString(folder.resolve("data/copied")));
    assertTrue(settings("data").contains("recovery_target_time = ''"));
    assertFalse(settings("data").contains("2020"), settings("data"));
    assertTrue(settings("data").contains("work_mem = '4MB'"), "the rest stays");
  }

  @Test
  void nothing_is_made_of_a_damaged_copy_over_other_data_or_of_no_copy() throws IOException {
    write("archive/base/2026-11-27T01-10-00.000000Z/backup_label", "START WAL LOCATION: spoilt");
    write("there/before", "kept");

    // When
    var damaged = run("restore", "archive", "data");
    var over = run("restore", "archive", "there");
    var none = run("restore", "archive", "data", "--time", "2026-11-26T01:00:00Z");

    // Then
    assertRefused(damaged, "is damaged");
    assertRefused(over, "is there already");
    assertRefused(none, "no copy in ");
    assertFalse(Files.exists(folder.resolve("data")));
    assertEquals("kept", Files.readString(folder.resolve("there/before")));
  }

  @Test
  void the_comparison_names_what_only_one_of_them_has() throws IOException {
    write("log", "m1 b1 s1 kr 3 taxii.addObjects\nm2 b2 s2 kr 4 taxii.addObjects\n" + ALL);
    write("indicators", "m1 b1 s1 kr 3\nm3 b3 s3 eu 9\nm4 b4 s4 eu -\n" + ALL);

    // When
    var compared = compare();
    write("indicators", "m1 b1 s1 kr 3\nm5 b2 s5 kr 10\n" + ALL);
    write(
        "log",
        """
        m1 b1 s1 kr 3 taxii.addObjects
        m2 b2 s2 kr 4 taxii.addObjects
        m5 b2 s5 kr 10 taxii.addObjects
        """
            + ALL);
    var anew = compare();

    // Then
    assertEquals(1, compared.exit(), compared.said());
    assertEquals(
        List.of(
            "not stored: taxii.addObjects s2 of kr, entry 4, manifest m2",
            "not in the log: submission s3 of eu, entry 9, manifest m3",
            "1 submissions are in both, 0 were submitted anew."),
        compared.said().lines().toList());
    assertEquals(0, anew.exit(), anew.said());
    assertEquals(
        List.of("2 submissions are in both, 1 were submitted anew."), anew.said().lines().toList());
  }

  /** psql ends with 0 after statements that were refused. */
  @Test
  void of_answers_that_broke_off_nothing_is_said() throws IOException {
    write("log", "m1 b1 s1 kr 3 taxii.addObjects\n" + ALL);
    for (var answer : List.of("", "m1 b1 s1 kr 3\n")) {
      write("indicators", answer);

      var compared = compare();

      assertEquals(2, compared.exit(), compared.said());
      assertTrue(compared.said().contains("the indicators did not answer"), compared.said());
    }
  }

  private void copy(String ended, String text) throws IOException {
    var place = "archive/base/" + ended + "/";
    write("cluster/copied", text);
    write(
        "cluster/postgresql.auto.conf", "work_mem = '4MB'\nrecovery_target_time = '2020-01-01'\n");
    write(place + "backup_label", "START WAL LOCATION: 0/2000028\nSTART TIMELINE: 1\n");
    var packing = List.of("tar", "-czf", place + "data.tar.gz", "-C", "cluster", ".");
    assertEquals(0, Program.run(folder, packing).exit());
    var sums = "cd " + place + " && sha256sum data.tar.gz backup_label > SHA256SUMS";
    assertEquals(0, Program.run(folder, List.of("bash", "-c", sums)).exit());
  }

  private Ended archive() {
    return run("archive-wal", "pg_wal/" + SEGMENT, SEGMENT, "archive");
  }

  private Ended compare() {
    var script = Scene.repository().resolve("deploy/backup/compare").toString();
    return Program.run(
        folder, List.of("env", "LOG_SQL=cat log", "INDICATORS_SQL=cat indicators", script));
  }

  private Ended run(String script, String... arguments) {
    var words = new ArrayList<String>();
    words.add(Scene.repository().resolve("deploy/backup").resolve(script).toString());
    words.addAll(List.of(arguments));
    return Program.run(folder, words);
  }

  private String settings(String data) throws IOException {
    return Files.readString(folder.resolve(data).resolve("postgresql.auto.conf"));
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void assertRefused(Ended ended, String why) {
    assertEquals(1, ended.exit(), ended.said());
    assertTrue(ended.said().contains(why), ended.said());
  }
}
