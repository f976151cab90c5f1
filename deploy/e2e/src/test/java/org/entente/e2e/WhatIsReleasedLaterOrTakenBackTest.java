package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.e2e.scene.Auditor.Entry;
import org.entente.e2e.scene.CommandLine;
import org.entente.e2e.scene.CommandLine.Ended;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.kit.json.StrictJson;
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
  void an_object_is_for_one_agency_then_for_the_whole_EU_then_for_nobody() throws Exception {
    ok(korea.run("submit", "-c", COLLECTION, "--recipient", "eu/europol", file()));
    assertEquals(List.of(0, 1), seenBy());
    String first = added(europol);

    assertTold("released to eu/cert-eu,", act("release", "eu", "asked for"));
    assertEquals(List.of(1, 1), seenBy());
    assertEquals(first, added(europol));
    assertTrue(added(certEu).compareTo(first) > 0, added(certEu) + " is not later than " + first);
    assertEquals(object.id(), recorded());

    assertTold("withdrawn from eu/cert-eu, ", act("withdraw", "eu", "names a source"));
    assertEquals(List.of(0, 0), seenBy());
    assertEquals(object.id(), recorded());
    assertEquals(2, outcomes());
    for (CommandLine reader : List.of(certEu, europol)) {
      assertTold(object.id() + "  " + object.modified() + "  names a source", tombstones(reader));
    }
  }

  @Test
  void only_those_who_had_it_learn_that_it_was_taken_back() throws Exception {
    ok(korea.run("submit", "-c", COLLECTION, "--recipient", "eu/europol", file()));

    assertTold("withdrawn from eu/europol", act("withdraw", "eu/europol", "names a source"));

    assertEquals(List.of(0, 0), seenBy());
    assertTold(object.id(), tombstones(europol));
    assertFalse(tombstones(certEu).contains(object.id()));
    assertEquals("", recorded());
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

  /** When the exchange added the object, for this reader; the place behind it. */
  private String added(CommandLine reader) throws IOException {
    Path state = folder.resolve(UUID.randomUUID() + ".state");
    String only = "id=" + object.id();
    ok(
        reader.run(
            "pull",
            "-c",
            COLLECTION,
            "--match",
            only,
            "--ndjson",
            "-",
            "--state",
            state.toString()));
    Object last = StrictJson.object(Files.readAllBytes(state)).get("last");
    return assertInstanceOf(String.class, last);
  }

  /** The object that the record of the last act names; "" when it names none. */
  private String recorded() {
    return acts(1).getFirst().object();
  }

  /** How many outcomes of acts name the object, which is nobody else's. */
  private long outcomes() {
    return acts(50).stream().filter(entry -> entry.object().equals(object.id())).count();
  }

  private List<Entry> acts(int limit) {
    return scene
        .auditor()
        .search(Map.of("operation", "release.act.outcome", "limit", String.valueOf(limit)));
  }

  private static Ended ok(Ended ended) {
    assertEquals(0, ended.exit(), ended.said());
    return ended;
  }
}
