package org.entente.kit.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.journal.Asked;
import org.entente.kit.journal.Attempt;
import org.entente.kit.journal.JournalReading.Journal;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.reconcile.Finding.Kind;
import org.entente.kit.reconcile.Reconciliation.Result;
import org.junit.jupiter.api.Test;

/** What is filed is what was found, within the bounds of the contract. */
class ClaimTest {

  private static final Instant BEGAN = Instant.parse("2026-11-26T01:02:03.456789Z");
  private static final Instant UNTIL = Instant.parse("2026-11-26T02:00:00Z");

  private static Journal journal(List<Attempt> attempts) {
    return new Journal("kr-feed", Optional.of(new PartnerId("kr")), 1, attempts, List.of());
  }

  private static Attempt attempt(long number) {
    var asked = new Asked("GET", "https://x/y", Optional.empty(), Optional.empty());
    return new Attempt(number, BEGAN, asked, Sha256.of(new byte[0]), Optional.empty());
  }

  private static Map<String, Object> claim(Journal journal, List<Finding> findings) {
    var result = new Result(9, 11, 7, List.of(), findings);
    return StrictJson.object(Claim.of(journal, result, 120, UNTIL));
  }

  private static Finding finding(Kind kind, String what) {
    return new Finding(kind, Optional.of(5L), Optional.of(17L), what);
  }

  private static Map<?, ?> side(Map<String, Object> claim, String name) {
    return claim.get(name) instanceof Map<?, ?> side ? side : Map.of();
  }

  private static List<?> listed(Map<?, ?> side) {
    return side.get("listed") instanceof List<?> listed ? listed : List.of();
  }

  @Test
  void every_kind_stands_on_its_side_and_what_arrived_differs_from_nothing() {
    var all = List.of(Kind.values()).stream().map(kind -> finding(kind, "x")).toList();

    var claim = claim(journal(List.of(attempt(4), attempt(3))), all);

    assertEquals("kr", claim.get("party"));
    assertEquals(Map.of("first", 3L, "last", 4L), claim.get("numbers"));
    assertEquals(
        Map.of("from", "2026-11-26T01:02:03.456Z", "to", "2026-11-26T02:00:00Z"),
        claim.get("times"));
    assertEquals(4L, side(claim, "only_in_journal").get("total"));
    assertEquals(2L, side(claim, "only_in_log").get("total"));
    assertEquals(4L, side(claim, "differing").get("total"));
    assertFalse(side(claim, "differing").toString().contains("ARRIVED"));
  }

  @Test
  void a_long_list_is_cut_and_its_total_is_not() {
    var many = Collections.nCopies(1_500, finding(Kind.NOT_SENT, "x"));

    var side = side(claim(journal(List.of(attempt(1))), many), "only_in_journal");

    assertEquals(1_500L, side.get("total"));
    assertEquals(1_000, listed(side).size());
  }

  @Test
  void what_others_wrote_is_one_short_line() {
    var long1 = finding(Kind.DIFFERENT, "a\r\nb\u001b" + "\ud83d\ude00".repeat(400));

    var listed = listed(side(claim(journal(List.of()), List.of(long1)), "differing"));

    var what = String.valueOf(((Map<?, ?>) listed.getFirst()).get("what"));
    assertTrue(what.startsWith("a  b "), what);
    assertTrue(what.length() <= 300 && what.length() >= 298, what);
    assertFalse(Character.isHighSurrogate(what.charAt(what.length() - 1)), what);
  }

  @Test
  void a_journal_that_nobody_signed_is_not_filed() {
    var nobodys = new Journal("kr-feed", Optional.empty(), 1, List.of(), List.of());

    assertThrows(FileTrouble.class, () -> claim(nobodys, List.of()));
  }

  @Test
  void an_empty_journal_has_no_numbers() {
    assertFalse(claim(journal(List.of()), List.of()).containsKey("numbers"));
  }
}
