package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.entente.kit.cli.KitRun.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrepareAndCheckTest {

  private static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
  private static final String PRODUCER = "identity--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68";
  private static final String INDICATOR =
      "{ \"type\":\"indicator\",\"spec_version\":\"2.1\",\"id\":\"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f\""
          + ",\"created\":\"2026-11-01T00:00:00.000Z\",\"modified\":\"2026-11-01T00:00:00.000Z\""
          + ",\"pattern\":\"[domain-name:value = 'a.example']\",\"pattern_type\":\"stix\""
          + ",\"name\":\"é \\u2713\",\"valid_from\":\"2026-11-01T00:00:00Z\"%s }";

  @TempDir private Path folder;
  private KitRun kit;

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
  @ValueSource(strings = {"attack-dprk-bundle.json", "attack-lazarus-G0032-bundle.json"})
  void attack_is_accepted_whole_once_it_is_prepared(String name) throws IOException {
    Path bundles = Path.of("../../indicator-service/stix-rules/src/test/resources/bundles");
    try (var bundle = new GZIPInputStream(Files.newInputStream(bundles.resolve(name + ".gz")))) {
      Files.copy(bundle, kit.path(name));
    }
    kit.run("prepare --tlp clear --producer " + PRODUCER + " --out @ready.json @" + name);

    Ended ended = kit.run("check --json @ready.json");

    assertEquals(0, ended.exit(), ended.out());
    assertEquals("0", String.valueOf(ended.json().get("errors")));
  }

  @Test
  void an_error_is_told_with_its_rule_its_place_and_its_section() {
    kit.write("bad.json", "{\"objects\":[" + INDICATOR.formatted("") + "]}");

    Ended ended = kit.run("check @bad.json");

    assertEquals(1, ended.exit());
    assertTrue(ended.out().contains("ERROR"), ended.out());
    assertTrue(ended.out().contains("/object_marking_refs"), ended.out());
    assertTrue(ended.out().endsWith("1 object, 2 errors, 0 warnings.\n"), ended.out());
    assertFalse(kit.exchange.requests().stream().findAny().isPresent());
  }

  @Test
  void warnings_are_counted_by_kind_or_told_one_by_one() {
    String more =
        ",\"created_by_ref\":\"%s\",\"object_marking_refs\":[\"%s\"],\"x_a\":1,\"x_b\":2"
            .formatted(PRODUCER, GREEN);
    kit.write("custom.json", "{\"objects\":[" + INDICATOR.formatted(more) + "]}");

    Ended counted = kit.run("check @custom.json");
    Ended told = kit.run("check --warnings @custom.json");

    assertEquals(
        "2 × warning STIX_PROPERTY_CUSTOM\n1 object, 0 errors, 2 warnings.\n", counted.out());
    assertTrue(told.out().contains("warning STIX_PROPERTY_CUSTOM /x_a"), told.out());
  }

  @Test
  void a_private_key_is_an_error_and_is_not_repeated() {
    String key = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
    kit.write(
        "bad.json",
        "{\"objects\":[" + INDICATOR.formatted(",\"description\":\"" + key + "\"") + "]}");

    Ended ended = kit.run("check @bad.json");

    assertEquals(1, ended.exit());
    assertTrue(ended.out().contains("SECRET_FOUND /description"), ended.out());
    assertFalse(ended.out().contains(key));
  }

  @Test
  void who_would_see_it_is_told_with_the_clause_that_withholds() {
    String strict = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";
    kit.write(
        "one.json",
        "{\"objects\":["
            + INDICATOR.formatted(
                ",\"created_by_ref\":\"%s\",\"object_marking_refs\":[\"%s\"]"
                    .formatted(PRODUCER, strict))
            + "]}");

    Ended ended =
        kit.run(
            "check --reader eu/cert-eu --reader eu/europol --audience eu --recipient eu/cert-eu"
                + " @one.json");

    assertEquals(0, ended.exit(), ended.out());
    assertTrue(ended.out().contains("eu/cert-eu would see 1 of 1."), ended.out());
    assertTrue(ended.out().contains("withheld from eu/europol: RECIPIENTS"), ended.out());
    assertTrue(ended.out().contains("eu/europol would see 0 of 1."), ended.out());
  }
}
