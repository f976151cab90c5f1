package org.entente.kit.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.kit.stix.EnvelopeCutter.Limits;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static Plan plan(UUID seed) {
    return new Plan(new Plan.Destination("https://x/", "c", List.of()), seed, new Limits(100, 1));
  }

  @Test
  void the_same_part_and_attempt_always_have_the_same_id_and_no_others_have_it() {
    UUID seed = UUID.fromString("3f2a9c1e-8d4b-4c6a-9e7f-2b1d0c5a8e64");
    Set<UUID> ids = new HashSet<>();
    for (int part = 1; part <= 30; part++) {
      for (int attempt = 1; attempt <= 30; attempt++) {
        UUID id = plan(seed).id(part, attempt);
        ids.add(id);
        assertEquals(id, plan(seed).id(part, attempt));
        assertEquals(2, id.variant());
      }
    }

    assertEquals(900, ids.size());
    assertEquals(seed, plan(seed).id(1, 1), "--jti names the first part");
    assertEquals(8, plan(seed).id(1, 2).version());
    assertNotEquals(plan(UUID.randomUUID()).id(2, 1), plan(seed).id(2, 1));
  }
}
