package org.entente.e2e.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each part of a token is found in what was exported, and a digest that begins alike is not. */
class ForbiddenTest {

  @Test
  void a_part_of_a_token_is_found_and_a_digest_that_begins_alike_is_not() {
    var header = "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9";
    var digest = "eyJk1qzVvHb0yQ3m8R-4uWc_7fJx2sLtA9nEoPiZ6gU";

    assertEquals(List.of("eyJhbGciOiJFUzI1NiIsInR5"), Forbidden.in("Bearer " + header));
    assertEquals(List.of("match["), Forbidden.in(digest + " match[id]"));
  }
}
