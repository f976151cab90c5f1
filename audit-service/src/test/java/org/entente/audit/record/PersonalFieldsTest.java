package org.entente.audit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.audit.SampleRecord;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Record and disclosures belong together, or nothing of it is believed. */
class PersonalFieldsTest {

  private static final SampleRecord GOOD = SampleRecord.fresh();
  private static final List<Disclosure> OWN = GOOD.disclosures();

  private static String sent(String leaf, List<Disclosure> disclosures) {
    return leaf + "~" + stored(disclosures);
  }

  private static String stored(List<Disclosure> disclosures) {
    return disclosures.stream().map(d -> d.text() + "~").collect(Collectors.joining());
  }

  private static AccessRecord parse(String sent) {
    return RecordParser.parse(SentRecord.of(sent.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertRefused(RefusalCode code, String sent) {
    assertEquals(code, assertThrows(Refusal.class, () -> parse(sent)).code(), sent);
  }

  private static Disclosure fresh(String name, String value) {
    return Disclosure.conceal(name, value, new SecureRandom());
  }

  @Test
  void disclosures_say_who_acted_in_any_order() {
    assertEquals("kr-feed", parse(sent(GOOD.leaf(), OWN)).actor());
    assertEquals("kr-feed", parse(sent(GOOD.leaf(), OWN.reversed())).actor());
  }

  @Test
  void a_missing_one_is_told() {
    assertRefused(RefusalCode.DISCLOSURE_MISSING, GOOD.leaf());
    assertRefused(RefusalCode.DISCLOSURE_MISSING, sent(GOOD.leaf(), OWN.subList(1, 2)));
  }

  @Test
  void doubled_foreign_and_untidy_ones_are_refused() {
    var twice = Stream.concat(OWN.stream(), OWN.stream().limit(1)).toList();
    var foreign = Stream.concat(OWN.stream(), Stream.of(fresh("uid", "kr-feed"))).toList();

    for (var sent :
        List.of(
            sent(GOOD.leaf(), twice),
            sent(GOOD.leaf(), foreign),
            GOOD.leaf() + stored(OWN),
            sent(GOOD.leaf(), OWN) + "~",
            GOOD.json().substring(0, GOOD.json().length() - 1),
            sent(GOOD.leaf(), OWN) + " ",
            GOOD.leaf() + " ~" + stored(OWN))) {
      assertRefused(RefusalCode.DISCLOSURE_INVALID, sent);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"org", "ip", "issuer", "_sd", "...", "name"})
  void a_field_that_is_not_personal_there_cannot_be_disclosed(String name) {
    var misplaced = fresh(name, "kr-feed");
    var leaf = GOOD.leaf().replace(OWN.getFirst().digest(), misplaced.digest());

    assertRefused(RefusalCode.DISCLOSURE_INVALID, sent(leaf, List.of(misplaced, OWN.getLast())));
  }

  @Test
  void an_object_says_a_thing_once() {
    var again = fresh("uid", "eu-feed");
    var digests = "\"" + OWN.getFirst().digest() + "\",\"" + again.digest() + "\"";
    var two = GOOD.leaf().replace("\"" + OWN.getFirst().digest() + "\"", digests);
    var plain = GOOD.leaf().replace("{\"_sd\"", "{\"uid\":\"-\",\"_sd\"");
    var doubled = GOOD.leaf().replace(OWN.getLast().digest(), OWN.getFirst().digest());

    assertRefused(
        RefusalCode.DISCLOSURE_INVALID, sent(two, List.of(OWN.getFirst(), again, OWN.getLast())));
    assertRefused(RefusalCode.DISCLOSURE_INVALID, sent(doubled, OWN.subList(0, 1)));
    assertRefused(RefusalCode.DISCLOSURE_INVALID, sent(plain, OWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"actor\":{\"user\":{\"uid\":\"kr-feed\",",
        "\"actor\":{\"_sd\":[],\"user\":{\"uid\":\"-\",",
        "\"_sd\":[],\"actor\":{\"user\":{\"uid\":\"-\",",
        "\"_sd_alg\":\"sha-256\",\"actor\":{\"user\":{\"uid\":\"-\",",
        "\"actor\":{\"user\":{\"uid\":\"-\",\"_sd\":{},",
        "\"actor\":{\"user\":{\"uid\":\"-\",\"_sd\":[[]],",
        "\"actor\":{\"user\":{\"uid\":\"-\",\"_sd\":\"x\","
      })
  void persons_and_digests_stand_nowhere_else(String actor) {
    var leaf = GOOD.of("kr", "-").leaf().replace("\"actor\":{\"user\":{\"uid\":\"-\",", actor);

    assertRefused(RefusalCode.RECORD_INVALID, sent(leaf, OWN.subList(1, 2)));
  }

  @Test
  void a_service_that_acts_itself_is_no_person() {
    var itself =
        GOOD.of("kr", "-").leaf().replace("\"uid\":\"-\"", "\"uid\":\"indicator-service\"");

    assertEquals("indicator-service", parse(sent(itself, OWN.subList(1, 2))).actor());
  }

  @Test
  void a_clients_number_is_disclosed_and_never_stands_in_the_leaf() {
    var numbered = GOOD.numbered(17);

    assertEquals(Optional.of(17L), parse(numbered.json()).number());
    assertFalse(numbered.leaf().contains("17}"), numbered::leaf);
    for (var number : List.of("17", "\"17\"", "[17]", "\"-\"")) {
      var leaf = numbered.leaf().replaceAll("\"_sd\":[^]]*]}}$", "\"client_seq\":" + number + "}}");
      assertRefused(RefusalCode.RECORD_INVALID, sent(leaf, OWN));
    }
    for (var none : List.of(-1L, 0L, 1L << 53)) {
      assertRefused(RefusalCode.RECORD_INVALID, GOOD.numbered(none).json());
    }
  }

  @Test
  void a_clients_number_is_not_shown_to_who_reads_a_part_of_its_partys_records() {
    var numbered = GOOD.numbered(17);
    var leaf = numbered.leaf().getBytes(StandardCharsets.UTF_8);
    var all = numbered.disclosures();

    assertEquals(all, RecordParser.fitting(leaf, stored(all), true));
    assertEquals(all.subList(0, 2), RecordParser.fitting(leaf, stored(all), false));
  }

  @Property(tries = 300)
  void one_changed_character_is_never_believed(
      @ForAll @IntRange(min = 0, max = 10_000) int where, @ForAll char with) {
    var text = stored(OWN);
    var at = where % text.length();
    var changed = text.substring(0, at) + with + text.substring(at + 1);
    if (!changed.equals(text)) {
      assertThrows(Refusal.class, () -> parse(GOOD.leaf() + "~" + changed));
      var leaf = GOOD.leaf().getBytes(StandardCharsets.UTF_8);
      var shown = RecordParser.fitting(leaf, changed, true);
      assertEquals(true, OWN.containsAll(shown), () -> "shown: " + shown);
      assertEquals(true, shown.size() < OWN.size());
    }
  }

  @Test
  void of_what_is_stored_only_what_fits_is_shown_once() {
    var leaf = GOOD.leaf().getBytes(StandardCharsets.UTF_8);
    var tampered = stored(List.of(fresh("uid", "eu-feed"), OWN.getLast(), OWN.getLast()));

    assertEquals(List.of(OWN.getLast()), RecordParser.fitting(leaf, tampered + "nonsense~~", true));
    assertEquals(List.of(), RecordParser.fitting(leaf, "", true));
    assertEquals(OWN, RecordParser.fitting(leaf, stored(OWN), true));
  }
}
