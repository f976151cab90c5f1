package org.entente.agreement.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void what_one_refuses_takes_nothing_from_the_others() {
    // Given
    var narrow = new Allowance("client", new Figures(1, 1, 9), 0);
    var wide = new Allowance("party", new Figures(1, 2, 9), 0);
    assertTrue(Allowance.enter(List.of(narrow, wide), 0).isEmpty());

    // When
    var against = Allowance.enter(List.of(narrow, wide), 0);

    // Then
    assertEquals(Optional.of(new Limited("client-rate", SECOND)), against);
    assertTrue(Allowance.enter(List.of(wide), 0).isEmpty());
  }

  @Test
  void it_is_whole_again_once_all_have_left_and_the_bucket_is_full() {
    var allowance = new Allowance("client", new Figures(1, 1, 1), 0);
    assertTrue(allowance.isWhole(0));

    assertTrue(Allowance.enter(List.of(allowance), 0).isEmpty());
    assertFalse(allowance.isWhole(SECOND));
    allowance.leave();

    assertFalse(allowance.isWhole(SECOND - 1));
    assertTrue(allowance.isWhole(SECOND));
  }
}
