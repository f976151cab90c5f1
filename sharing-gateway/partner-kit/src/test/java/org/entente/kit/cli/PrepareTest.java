package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.entente.kit.cli.KitRun.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrepareTest {

  private static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
  private static final String PRODUCER = "identity--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68";
  private static final String INDICATOR =
      "{ \"type\":\"indicator\",\"spec_version\":\"2.1\",\"id\":\"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f\""
          + ",\"created\":\"2026-11-01T00:00:00.000Z\",\"modified\":\"2026-11-01T00:00:00.000Z\""
          + ",\"pattern\":\"[domain-name:value = 'a.example']\",\"pattern_type\":\"stix\""
          + ",\"name\":\"é \\u2713\",\"valid_from\":\"2026-11-01T00:00:00Z\"%s }";

  private static final String EVM = "0x098b716b8aaf21512996dc57eb0615e2383e2f96";
  private static final String UNCLEAR = "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy";
  private static final String WALLET =
      "{\"type\":\"cryptocurrency-wallet\",\"spec_version\":\"2.1\",\"id\":\"cryptocurrency-wallet--00000000-0000-4000-8000-00000000000%s\",\"value\":\"%s\"}";

  @TempDir private Path folder;
  private KitRun kit;
  private Ended report = new Ended(0, "", "");

  @BeforeEach
  void a_desk() throws Exception {
    kit = new KitRun(folder);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void what_is_missing_is_added_and_every_other_byte_stays() throws IOException {
    String object = INDICATOR.formatted("");
    kit.write("their.json", "{\"type\":\"bundle\",\"objects\":[" + object + "]}");

    Ended ended =
        kit.run("prepare --tlp green --producer " + PRODUCER + " --out @ours.json @their.json");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals("1 object: 1 marked TLP:GREEN, 1 given an author.\n", ended.out());
    String added =
        "\"created_by_ref\":\"" + PRODUCER + "\",\"object_marking_refs\":[\"" + GREEN + "\"],";
    assertEquals(
        "{\"objects\":[\n{" + added + object.substring(1) + "\n]}\n", kit.read("ours.json"));
    assertEquals(0, kit.run("check @ours.json").exit());
  }

  @Test
  void a_copyright_stays_beside_the_level() {
    String copyright = "marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168";
    String refs = ",\"object_marking_refs\" : [ \"" + copyright + "\"]";
    kit.write("their.json", "{\"objects\":[" + INDICATOR.formatted(refs) + "]}");

    kit.run("prepare --tlp green @their.json");

    assertTrue(
        kit.data.toString(UTF_8).contains("[\"" + GREEN + "\", \"" + copyright + "\"]"),
        kit.data.toString(UTF_8));
  }

  @Test
  void an_object_that_says_how_far_it_may_go_is_not_touched() {
    String marked =
        INDICATOR.formatted(
            ",\"created_by_ref\":\"" + PRODUCER + "\",\"object_marking_refs\":[\"" + GREEN + "\"]");
    kit.in = new ByteArrayInputStream(marked.getBytes(UTF_8));

    kit.run("prepare --tlp amber --producer " + PRODUCER + " -");

    assertEquals("{\"objects\":[\n" + marked + "\n]}\n", kit.data.toString(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attack-dprk-bundle.json",
        "attack-lazarus-G0032-bundle.json",
        "bybit-bundle.json"
      })
  void what_others_publish_is_accepted_whole_once_it_is_prepared(String name) throws IOException {
    Path bundles = Path.of("../../indicator-service/stix-rules/src/test/resources/bundles");
    try (var bundle = new GZIPInputStream(Files.newInputStream(bundles.resolve(name + ".gz")))) {
      Files.copy(bundle, kit.path(name));
    }
    assertAcceptedOncePrepared("@" + name);
  }

  @Test
  void our_sample_is_accepted_whole_too_and_its_wallets_are_extended() {
    assertAcceptedOncePrepared(Path.of("../../deploy/local/samples/bybit-2025.json").toString());
    assertEquals("51", prepared("wallets_extended"));
  }

  private void assertAcceptedOncePrepared(String file) {
    report =
        kit.run(
            "prepare --tlp clear --wallet-extension --releasable-to eu --json --producer "
                + PRODUCER
                + " --out @ready.json "
                + file);
    assertEquals(0, report.exit(), report.err());

    Ended ended = kit.run("check --json --reader eu/cert-eu @ready.json");

    assertEquals(0, ended.exit(), ended.out());
    assertEquals("0", String.valueOf(ended.json().get("errors")));
    assertEquals(
        "{eu/cert-eu=" + prepared("objects") + "}", String.valueOf(ended.json().get("released")));
  }

  private String prepared(String name) {
    return String.valueOf(report.json().get(name));
  }

  @Test
  void whom_it_is_for_and_what_the_wallets_say_is_added_and_told() {
    kit.write(
        "their.json",
        "{\"objects\":["
            + WALLET.formatted("1", EVM)
            + ","
            + WALLET.formatted("2", UNCLEAR)
            + "]}");

    Ended ended =
        kit.run("prepare --tlp amber --wallet-extension --releasable-to eu/cert-eu @their.json");

    String written = kit.data.toString(UTF_8);
    assertTrue(written.contains("\"releasable_to\":[\"urn:entente:agency:eu:cert-eu\"]"), written);
    assertTrue(written.contains("\"key\":\"eip155:0:" + EVM + "\""), written);
    assertEquals(
        List.of(
            "2 objects: 2 marked TLP:AMBER, 2 made releasable, 1 wallets extended.",
            "  cryptocurrency-wallet--00000000-0000-4000-8000-000000000002 left as it is: its form does"
                + " not tell its chain"),
        ended.err().lines().toList());
  }

  @Test
  void a_file_may_be_prepared_in_its_own_place_and_a_failed_run_leaves_it_alone()
      throws IOException {
    kit.write("one.json", "{\"objects\":[" + INDICATOR.formatted("") + "]}");
    kit.write("broken.json", "{\"objects\":[" + INDICATOR.formatted("") + ",{]}");
    String broken = kit.read("broken.json");

    assertEquals(0, kit.run("prepare --tlp green --out @one.json @one.json").exit());
    assertEquals(5, kit.run("prepare --tlp green --out @broken.json @broken.json").exit());

    assertTrue(kit.read("one.json").contains(GREEN));
    assertEquals(broken, kit.read("broken.json"));
    assertFalse(Files.exists(kit.path("broken.json.new")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--tlp white",
        "--tlp green --producer kr",
        "--tlp green --releasable-to EU",
        "--tlp green --onward maybe",
        "--tlp green --wallet-chain usdt",
        "--producer " + PRODUCER
      })
  void a_word_that_is_none_is_a_usage_error(String options) {
    kit.write("their.json", "{\"objects\":[" + INDICATOR.formatted("") + "]}");

    assertEquals(2, kit.run("prepare " + options + " @their.json").exit());
  }
}
