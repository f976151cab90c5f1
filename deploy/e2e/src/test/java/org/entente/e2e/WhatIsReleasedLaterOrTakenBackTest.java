package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.CommandLine;
import org.entente.e2e.scene.CommandLine.Ended;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * P5 and P6 over time: the producer names an agency, later the others, and takes back what it
 * released; each is a signed act in the log, and everything happens with the kit's own commands.
 */
@ExtendWith(OneExchange.class)
class WhatIsReleasedLaterOrTakenBackTest {

  private static final String COLLECTION = Direction.KOREA_TO_EU.id();

  private final Scene scene;
  private final CommandLine korea;
  private final CommandLine certEu;
  private final CommandLine europol;
  private final Stix object = Stix.indicator(Member.KOREA);
  private @TempDir Path folder;

  WhatIsReleasedLaterOrTakenBackTest(Scene scene) {
    this.scene = scene;
    korea = scene.as(Member.KOREA.feed());
    certEu = scene.as(Member.EU.feed());
    europol = scene.as(Member.EU.reader());
  }

  @Test
  void an_object_is_for_one_agency_then_for_the_other_then_for_nobody() throws Exception {
    ok(korea.run("submit", "-c", COLLECTION, "--recipient", "eu/europol", file()));
    assertEquals(List.of(0, 1), seenBy());

    assertTold("released to eu/cert-eu", act("release", "eu/cert-eu", "asked for"));
    assertEquals(List.of(1, 1), seenBy());

    assertTold("withdrawn from eu/europol", act("withdraw", "eu/europol", "names a source"));
    assertEquals(List.of(1, 0), seenBy());
    assertTold(object.id(), tombstones(europol));
    assertTold("names a source", tombstones(europol));
    assertFalse(tombstones(certEu).contains(object.id()));
    assertEquals(2, acts());
  }

  @Test
  void a_dry_run_says_beforehand_who_would_see_it() throws Exception {
    Ended explained =
        ok(korea.run("explain", "-c", COLLECTION, "--recipient", "eu/europol", file()));

    assertTrue(explained.said().contains("  released eu/europol"), explained.said());
    assertTrue(explained.said().contains("  withheld eu/cert-eu: RECIPIENTS"), explained.said());
    assertEquals(List.of(0, 0), seenBy());
  }

  @Test
  void each_client_is_told_what_can_reach_it() {
    Ended rights = ok(europol.run("rights"));

    assertTrue(rights.said().contains("urn:entente:agency:eu:europol"), rights.said());
    assertFalse(rights.said().contains("cert-eu"), rights.said());
  }

  /** How often the feed of CERT-EU and the reader of Europol are given the object. */
  private List<Integer> seenBy() {
    return List.of(seen(certEu), seen(europol));
  }

  private int seen(CommandLine reader) {
    String said =
        ok(reader.run("pull", "-c", COLLECTION, "--match", "id=" + object.id(), "--ndjson", "-"))
            .said();
    return (int) said.lines().filter(line -> line.equals(object.text())).count();
  }

  private String act(String verb, String place, String reason) {
    return ok(korea.run(verb, object.id(), "-c", COLLECTION, "--to", place, "--reason", reason))
        .said();
  }

  private String file() throws IOException {
    Path file = folder.resolve("one.json");
    return Files.writeString(file, Stix.envelope(object.text())).toString();
  }

  private static void assertTold(String what, String said) {
    assertTrue(said.contains(what), said);
  }

  private static String tombstones(CommandLine reader) {
    return ok(reader.run("withdrawals", "-c", COLLECTION)).said();
  }

  private long acts() {
    return scene.auditor().search(Map.of("operation", "release.act", "limit", "50")).size();
  }

  private static Ended ok(Ended ended) {
    assertEquals(0, ended.exit(), ended.said());
    return ended;
  }
}
