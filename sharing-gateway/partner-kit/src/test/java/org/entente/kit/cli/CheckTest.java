package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.kit.cli.KitRun.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void objects_are_checked_in_each_other_s_company_whatever_their_order() {
    String owned =
        ",\"created_by_ref\":\"%s\",\"object_marking_refs\":[\"%s\"]".formatted(PRODUCER, GREEN);
    String translation =
        """
        {"type":"language-content","spec_version":"2.1",\
        "id":"language-content--7b0f5f4c-2a35-4e0a-8f0e-0f9a3c6d1e52",\
        "created":"2026-11-01T00:00:00.000Z","modified":"2026-11-01T00:00:00.000Z",\
        "object_ref":"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",\
        "contents":{"ko":{"name":["a"]}}%s}\
        """
            .formatted(owned);
    kit.write("alone.json", envelope(translation));
    kit.write("both.json", envelope(translation + "," + INDICATOR.formatted(owned)));

    Ended alone = kit.run("check @alone.json");
    Ended both = kit.run("check @both.json");

    assertEquals(0, alone.exit(), alone.out());
    assertEquals(1, both.exit(), both.out());
    assertTrue(both.out().contains("STIX_TRANSLATION /contents/ko/name"), both.out());
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

  @Test
  void more_errors_than_are_kept_still_are_errors() {
    String level = ",\"object_marking_refs\":[\"" + GREEN + "\"]";
    String custom =
        IntStream.range(0, 60).mapToObj(n -> ",\"x_" + n + "\":1").collect(Collectors.joining());
    kit.write("bad.json", envelope(INDICATOR.formatted(level + custom)));

    Ended ended = kit.run("check @bad.json");

    assertEquals(1, ended.exit());
    assertTrue(ended.out().endsWith("1 object, 1 error, 60 warnings.\n"), ended.out());
  }

  @Test
  void a_copyright_alone_is_no_level_and_the_exchange_would_refuse_it() {
    String copyright = "marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168";
    kit.write("one.json", envelope(INDICATOR.formatted(marked(copyright))));

    Ended ended = kit.run("check @one.json");

    assertEquals(1, ended.exit());
    assertTrue(
        ended.out().contains("ERROR MARKING_MISSING /object_marking_refs: needs the id of a TLP"),
        ended.out());
  }

  @Test
  void a_version_with_two_contents_is_an_error_and_the_same_twice_is_none() {
    String one = INDICATOR.formatted(marked(GREEN));
    kit.write("same.json", envelope(one, one.replace(" }", "}")));
    kit.write("other.json", envelope(one, one.replace("a.example", "b.example")));

    assertEquals(0, kit.run("check @same.json").exit());
    Ended other = kit.run("check @other.json");
    assertEquals(1, other.exit());
    assertTrue(other.out().contains("ERROR VERSION_CONFLICT /id"), other.out());
  }

  @ParameterizedTest
  @CsvSource({
    "TUCsTq7TofTCJRRoHk6RvhMoS2mJLm5Yzq,BTC,ADDRESS_WRONG_CHAIN",
    "tniq9axbp9ejuqhdhrwrfvaa8u3guqzh81,TRON,ADDRESS_CASE_LOST",
    "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy,,CHAIN_UNDECLARED",
    "TXEsK1sEsKjZ1xtHitnyAAoqw3WLdYdRNW,TRON,WALLET_KEY"
  })
  void an_address_no_lookup_will_find_is_a_warning_that_does_not_repeat_it(
      String value, String chain, String code) {
    kit.write("wallet.json", envelope(wallet(value, chain)));

    Ended ended = kit.run("check --warnings @wallet.json");

    assertEquals(0, ended.exit(), ended.out());
    assertTrue(ended.out().contains("warning " + code), ended.out());
    assertFalse(ended.out().contains(value), ended.out());
  }

  private static String wallet(String value, String chain) {
    String said =
        chain == null
            ? ""
            : ",\"extensions\":{\"extension-definition--0058e359-cb8a-49c6-bdfe-29547493a9e3\":{"
                + "\"extension_type\":\"property-extension\",\"chain\":\""
                + chain
                + "\",\"form\":\"p2pkh\",\"key\":\"k\"}}";
    return "{\"type\":\"cryptocurrency-wallet\",\"spec_version\":\"2.1\""
        + ",\"id\":\"cryptocurrency-wallet--7d0a2e8a-5f4b-4b34-9d6c-0c8c4a52b5d1\",\"value\":\""
        + value
        + "\",\"object_marking_refs\":[\""
        + GREEN
        + "\"]"
        + said
        + "}";
  }

  @Test
  void which_clauses_admit_a_reader_is_told_when_asked_for() {
    kit.write("one.json", envelope(INDICATOR.formatted(marked(GREEN))));

    Ended ended = kit.run("check --reader eu/cert-eu --explain @one.json");

    assertTrue(ended.out().contains("released to eu/cert-eu: MARKING_UNKNOWN, its"), ended.out());
    assertTrue(ended.out().contains("TLP, its TLP level allows this reader"), ended.out());
  }

  @Test
  void a_program_is_told_section_and_terms() {
    kit.write("one.json", envelope(INDICATOR.formatted(marked(GREEN) + ",\"x_a\":1")));

    String json = kit.run("check --json --reader eu @one.json").out();

    assertTrue(json.contains("\"section\" : \"§11.1\""), json);
    assertTrue(json.contains("\"tlp\" : \"green\""), json);
    assertTrue(json.contains("\"onward_release\" : \"permitted\""), json);
  }

  @Test
  void a_marking_that_is_refused_itself_counts_for_nothing() {
    String definition = "marking-definition--3c9f4a52-7d18-4b06-9e6a-51f0c2d7b834";
    String bare =
        "{\"type\":\"marking-definition\",\"spec_version\":\"2.1\",\"id\":\""
            + definition
            + "\",\"created\":\"2026-11-25T00:00:00.000Z\",\"definition_type\":\"statement\""
            + ",\"definition\":{\"statement\":\"s\"}%s}";
    String object = INDICATOR.formatted(marked(GREEN + "\",\"" + definition));
    String level = ",\"object_marking_refs\":[\"" + GREEN + "\"]";
    kit.write("good.json", envelope(object, bare.formatted(level)));
    kit.write("bad.json", envelope(object, bare.formatted("")));

    assertTrue(kit.run("check --reader eu @good.json").out().contains("eu would see 2 of 2."));
    String refused = kit.run("check --reader eu @bad.json").out();
    assertTrue(refused.contains("withheld from eu: MARKING_UNKNOWN"), refused);
  }

  @Test
  void nothing_is_not_clean() {
    kit.write("empty.json", "{\"objects\":[]}");

    assertEquals(5, kit.run("check @empty.json").exit());
  }

  private static String envelope(String... objects) {
    return "{\"objects\":[" + String.join(",", objects) + "]}";
  }

  private static String marked(String marking) {
    return ",\"created_by_ref\":\"%s\",\"object_marking_refs\":[\"%s\"]"
        .formatted(PRODUCER, marking);
  }
}
