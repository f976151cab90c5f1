package org.entente.audit.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.entente.audit.refusal.QueryInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewQueryTest {

  @Test
  void the_same_search_has_one_form() {
    var query = ReviewQuery.parse("purpose=freeze+it%26now&party=kr&before=17&limit=5&outcome=");

    assertEquals("party=kr&purpose=freeze+it%26now", query.text());
    assertEquals(query, ReviewQuery.parse(query.text()));
    assertEquals("freeze it&now", query.parameters().purpose);
  }

  @Test
  void everything_is_a_query_too() {
    assertEquals("", ReviewQuery.parse("").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"party=kr&party=eu", "from=yesterday", "party=%zz", "outcome=fine"})
  void what_is_no_search_is_refused(String text) {
    assertThrows(QueryInvalid.class, () -> ReviewQuery.parse(text));
  }

  @Test
  void what_is_too_long_to_be_signed_is_refused() {
    assertThrows(QueryInvalid.class, () -> ReviewQuery.parse("purpose=" + "x".repeat(2_000)));
  }
}
