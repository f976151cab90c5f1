package org.entente.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.e2e.scene.Backups;
import org.entente.e2e.scene.Door;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Health;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * P4 and P9 when the databases are lost: archives bring back all; an older time is noticed, and a
 * partner's mirror brings the log back to where its witnesses know it.
 */
@ExtendWith(OneExchange.class)
class WhatIsRestoredTest {

  private static final String RESTORES =
      "SELECT count(*) FROM entry WHERE operation = 'log.restore'";

  private static final String OF_THE_FEED =
      "SELECT count(*) FROM disclosure WHERE actor = '" + Member.KOREA.feed() + "'";

  private final Scene scene;
  private final Feed korea;
  private @TempDir Path folder;
  private Backups backups;

  WhatIsRestoredTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    backups = new Backups(scene.exchange().postgres(), Path.of(""));
  }

  @BeforeEach
  void there_is_a_copy_and_wal_is_archived() {
    backups = new Backups(scene.exchange().postgres(), folder.resolve("archive"));
    backups.begin();
    backups.copy();
  }

  @Test
  void restored_to_the_end_of_the_wal_nothing_is_lost_and_the_log_goes_on() {
    // Given
    var object = Stix.indicator(Member.KOREA);
    var leaf = korea.submit(Stix.envelope(object.text())).status().receipt().leaf();
    var kept = witnessed(leaf);
    var restores = scene.audit().number(RESTORES);

    // When
    backups.loseAndRestore("--wal", "LOST/pg_wal");

    // Then
    Eventually.is("the log tells", () -> scene.audit().number(RESTORES) == restores + 1);
    scene.auditService().awaitReady();
    assertHolds(kept);
    assertHolds(witnessed(leaf));
    assertEquals(1, scene.eu().received(object.id()).size());
    witnessed(submitted());
    assertEquals(List.of(), scene.auditor().findings());
  }

  @Test
  void restored_to_an_older_time_the_log_refuses_until_a_mirror_has_put_it_back() {
    // Given
    submitted();
    var before = missing();
    var noted = backups.now();
    var object = Stix.indicator(Member.KOREA);
    var submission = korea.sign(Stix.envelope(object.text()));
    var leaf = korea.submit(submission).status().receipt().leaf();
    var id = scene.indicators().idOf(submission).orElseThrow();
    var kept = witnessed(leaf);
    erase("kr", Member.KOREA.feed());
    backups.archived();
    var mirror = mirrored();

    // When
    backups.loseAndRestore("--time", noted);
    scene.auditService().launch();

    // Then
    refuses();

    // When
    putBack(mirror);

    // Then
    assertHolds(kept);
    assertHolds(witnessed(leaf));
    assertEquals(List.of(), scene.auditor().findings());
    assertMissing(before, id);
    submitAgain(object);
    assertEquals(before, missing());
  }

  private void erase(String party, String actor) {
    var auditor = Member.EU.auditor();
    var door = Door.with(scene.exchange().pki().party("eu").client(auditor), scene.exchange());
    var erasing = door.at(scene.auditService().url()).bearing(door.token("eu", auditor));
    assertEquals(200, erasing.erase(party, actor).status());
  }

  private void refuses() {
    Eventually.is(
        "a refusal to sign",
        () -> Health.of(scene.auditService()).said().contains("it is an older copy"));
    var said = Health.of(scene.auditService()).said();
    assertTrue(said.contains("The log was rolled back"), said);
    var refused = korea.door().post(korea.sign(Stix.warning(Member.KOREA, 1)));
    assertEquals("503 AUDIT_UNAVAILABLE", refused.refusal());
  }

  private void putBack(Path mirror) {
    scene.auditService().stop();
    var back = scene.restore(mirror);
    assertEquals(0, back.exit(), back.said());
    assertTrue(back.said().contains("the log has " + size(mirror) + " entries"), back.said());
    assertTrue(back.said().contains("Erased the personal fields of "), back.said());
    assertEquals(0, scene.audit().number(OF_THE_FEED));
    var checked = scene.fsck();
    assertEquals(0, checked.exit(), checked.said());
    scene.auditService().start();
  }

  /** The indicators are of that time: the check names what the log has of later, and no more. */
  private void assertMissing(List<String> before, String submission) {
    var named = new ArrayList<>(missing());
    named.removeAll(before);
    assertEquals(1, named.size(), named.toString());
    assertTrue(
        named.getFirst().startsWith("not stored: taxii.addObjects " + submission + " of kr, "),
        named.toString());
  }

  private List<String> missing() {
    return backups.compare().said().lines().filter(line -> line.startsWith("not ")).toList();
  }

  private void submitAgain(Stix object) {
    assertEquals(List.of(), scene.eu().received(object.id()));
    witnessed(korea.submit(Stix.envelope(object.text())).status().receipt().leaf());
    assertEquals(1, scene.eu().received(object.id()).size());
  }

  /**
   * Of all there is, at a moment when nothing comes any more; then the service dies. A heartbeat
   * may come in between: then it is taken again.
   */
  private Path mirrored() {
    var mirror = folder.resolve("mirror");
    Eventually.is("a mirror that has all", () -> isMirrored(mirror) && isKilledAt(size(mirror)));
    return mirror;
  }

  private boolean isMirrored(Path mirror) {
    var ended =
        scene.as(Member.EU.auditor()).run("mirror", "run", "--once", "--to", mirror.toString());
    assertEquals(0, ended.exit(), ended.said());
    return size(mirror) == stored();
  }

  private boolean isKilledAt(long size) {
    scene.auditService().kill();
    if (stored() == size) {
      return true;
    }
    scene.auditService().start();
    return false;
  }

  private long stored() {
    return scene.audit().number("SELECT size FROM log_state");
  }

  private static long size(Path mirror) {
    try {
      return Long.parseLong(Files.readAllLines(mirror.resolve("checkpoint")).get(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String submitted() {
    return korea.submit(Stix.warning(Member.KOREA, 1)).status().receipt().leaf();
  }

  private String witnessed(String leaf) {
    var path = "/receipts/" + leaf + "?stage=witnessed";
    Eventually.is("both cosign", () -> korea.door().get(path).status() == 200);
    return korea.door().get(path).body();
  }

  private void assertHolds(String receipt) {
    TlogProof.parse(receipt.getBytes(UTF_8)).verify(scene.auditor().policy());
  }
}
