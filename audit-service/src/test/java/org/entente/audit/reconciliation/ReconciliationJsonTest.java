package org.entente.audit.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.audit.refusal.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A finding is what the contract says, or refused. */
class ReconciliationJsonTest {

  private static final String GOOD =
      """
      {"party":"kr","client":"kr-feed","numbers":{"first":1,"last":9},
       "times":{"from":"2026-11-26T01:00:00Z","to":"2026-11-26T02:00:00Z"},
       "size":120,"attempts":9,"entries":11,"matched":7,
       "only_in_journal":{"total":1,"listed":[{"kind":"NOT_ARRIVED","number":5,"what":"lost"}]},
       "only_in_log":{"total":1,"listed":[{"kind":"NOT_IN_JOURNAL","index":17,"what":"not ours"}]},
       "differing":{"total":0,"listed":[]}}
      """;

  private static Reconciliation read(String json) {
    return ReconciliationJson.read(json.getBytes(UTF_8));
  }

  private static RefusalCode refusal(String json) {
    return assertThrows(ReconciliationRefused.class, () -> read(json)).code();
  }

  @Test
  void what_the_contract_says_is_read() {
    var claim = read(GOOD);

    assertEquals(new Reconciliation.Numbers(1, 9), claim.compared().orElseThrow());
    assertEquals(Optional.of(5L), claim.onlyInJournal().listed().getFirst().numbered());
    assertEquals(Optional.of(17L), claim.onlyInLog().listed().getFirst().place());
    assertEquals(Optional.empty(), claim.onlyInLog().listed().getFirst().numbered());
  }

  @Test
  void a_client_without_numbers_has_none_compared() {
    assertTrue(
        read(GOOD.replace("\"numbers\":{\"first\":1,\"last\":9},", "")).compared().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "17", "{\"party\":\"kr\"}", "{", "\u0000"})
  void what_is_no_finding_is_refused(String json) {
    assertEquals(RefusalCode.RECONCILIATION_INVALID, refusal(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"party\":\"kr\"|\"party\":\"KR\"",
        "\"party\":\"kr\"|\"party\":null",
        "\"party\":\"kr\"|\"party\":\"kr\",\"party\":\"kr\"",
        "\"party\":\"kr\"|\"party\":\"kr\",\"more\":1",
        "\"client\":\"kr-feed\"|\"client\":\"<b>\"",
        "\"client\":\"kr-feed\"|\"client\":5",
        "\"first\":1|\"first\":0",
        "\"first\":1|\"first\":10",
        "T01:00:00Z|T03:00:00Z",
        "2026-11-26T01:00:00Z|yesterday",
        "\"from\":\"2026-11-26T01:00:00Z\"|\"from\":5",
        "\"size\":120|\"size\":-1",
        "\"size\":120|\"size\":1.5",
        "\"size\":120|\"size\":\"120\"",
        "\"size\":120|\"size\":12345678901234567890",
        "\"size\":120,|",
        "\"matched\":7|\"matched\":10",
        "\"matched\":7|\"matched\":9",
        "\"total\":1|\"total\":2",
        "\"total\":0|\"total\":1",
        "\"listed\":[]|\"listed\":null",
        "\"listed\":[]|\"listed\":[null]",
        "NOT_ARRIVED|not arrived",
        "\"number\":5|\"number\":0",
        "\"index\":17|\"index\":-1",
        "\"what\":\"lost\"|\"what\":\"lo\\nst\"",
        "\"what\":\"lost\"|\"number\":6"
      })
  void what_does_not_fit_is_refused(String part, String other) {
    var changed = GOOD.replace(part, other == null ? "" : other);
    assertTrue(!changed.equals(GOOD), "nothing was changed");

    assertEquals(RefusalCode.RECONCILIATION_INVALID, refusal(changed));
  }

  @Test
  void a_list_ends_at_a_thousand_and_its_total_says_how_many_there_are() {
    assertEquals(500, read(withMissing(1_500, 1_000)).onlyInJournal().further());
    assertEquals(RefusalCode.RECONCILIATION_INVALID, refusal(withMissing(1_500, 999)));
    assertEquals(RefusalCode.RECONCILIATION_INVALID, refusal(withMissing(1_001, 1_001)));
  }

  private static String withMissing(int total, int listed) {
    var items =
        IntStream.rangeClosed(1, listed)
            .mapToObj(n -> "{\"kind\":\"NOT_SENT\",\"number\":%d,\"what\":\"\"}".formatted(n))
            .collect(Collectors.joining(","));
    return GOOD.replace("\"attempts\":9", "\"attempts\":5000")
        .replaceAll(
            "\"only_in_journal\":\\{.*\\]\\}",
            "\"only_in_journal\":{\"total\":%d,\"listed\":[%s]}".formatted(total, items));
  }

  @Test
  void nobody_files_a_book() {
    assertEquals(
        RefusalCode.RECONCILIATION_TOO_LARGE,
        refusal(GOOD + " ".repeat(ReconciliationJson.MOST_BYTES)));
  }
}
