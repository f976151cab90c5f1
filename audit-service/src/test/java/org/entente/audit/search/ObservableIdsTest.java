package org.entente.audit.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.audit.refusal.QueryInvalid;
import org.entente.audit.refusal.SecretInQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservableIdsTest {

  /**
   * Computed with another implementation of UUIDv5: the examples in the standard do not follow its
   * own rule. Also defanged, as people paste them.
   */
  @ParameterizedTest
  @CsvSource({
    "example.com, domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7",
    "hxxp-free example[.]com, ''",
    "example[.]com, domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7",
    "198.51.100.3, ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4"
  })
  void a_value_leads_to_the_id_the_standards_rule_gives_it(String value, String id) {
    if (id.isEmpty()) {
      assertThrows(QueryInvalid.class, () -> ObservableIds.of(value));
    } else {
      assertTrue(ObservableIds.of(value).contains(id), ObservableIds.of(value).toString());
    }
  }

  @Test
  void a_wallet_is_looked_for_as_pasted_and_in_its_canonical_form() {
    var pasted = ObservableIds.of("0x52908400098527886E0F7030069857D2E4169EE7");
    var lower = ObservableIds.of("0x52908400098527886e0f7030069857d2e4169ee7");

    assertEquals(2, pasted.size());
    assertTrue(pasted.containsAll(lower), pasted + " " + lower);
  }

  @Test
  void an_id_is_itself() {
    var id = "indicator--1b0d1f6c-64a9-4d34-8a3a-6f1f5a0c7e55";

    assertEquals(List.of(id), ObservableIds.of(" " + id + " "));
  }

  @Test
  void a_seed_phrase_is_refused_without_being_repeated() {
    var phrase = "abandon ".repeat(11) + "about";

    var refused = assertThrows(SecretInQuery.class, () -> ObservableIds.of(phrase));

    assertTrue(!refused.detail().contains("abandon"), refused.detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>", "{cdi:x}", "indicator--nothing", "\" OR 1=1 --"})
  void what_is_nothing_known_is_refused(String value) {
    assertThrows(QueryInvalid.class, () -> ObservableIds.of(value));
  }
}
