package org.entente.gateway.body;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.entente.gateway.body.BodyBudget.Share;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

  private static final long MOST = 8 * BodyBudget.BESIDES;

  private final BodyBudget budget = new BodyBudget(MOST, MOST / 2);

  @Test
  void a_partner_has_its_own_part_and_no_more() {
    budget.take("kr", MOST / 2 - BodyBudget.BESIDES);

    assertBusy("kr", 0);
    assertDoesNotThrow(() -> budget.take("eu", 0));
  }

  @Test
  void all_partners_together_have_the_whole_and_no_more() {
    budget.take("kr", MOST / 2 - BodyBudget.BESIDES);
    budget.take("eu", MOST / 2 - BodyBudget.BESIDES);

    assertBusy("jp", 0);
  }

  @Test
  void what_is_given_back_can_be_taken_again_and_again() {
    for (int round = 0; round < 3; round++) {
      Share share = budget.take("kr", MOST / 2 - BodyBudget.BESIDES);
      assertBusy("kr", 0);
      share.close();
    }
  }

  @Test
  void small_bodies_are_counted_too() {
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      shares.add(budget.take("kr", 0));
    }
    assertBusy("kr", 0);
    shares.forEach(Share::close);
    assertBusy("kr", MOST / 2);
  }

  private void assertBusy(String partner, long bytes) {
    var refused = assertThrows(Refused.class, () -> budget.take(partner, bytes));
    assertEquals(Code.LIMIT_BUSY, refused.code());
  }
}
