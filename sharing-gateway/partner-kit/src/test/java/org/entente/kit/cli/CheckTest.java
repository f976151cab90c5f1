package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.entente.kit.cli.KitRun.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

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
