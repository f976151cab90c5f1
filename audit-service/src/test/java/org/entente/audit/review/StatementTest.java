package org.entente.audit.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The text that the contract shows. */
class StatementTest {

  private static final Statement STATEMENT =
      new Statement(
          UUID.fromString("0b7a1f0e-5d0b-4a3e-9c61-2f6f0a9f3c11"),
          new Owner("kr"),
          "from=2026-11-01T00%3A00%3A00Z&to=2026-12-01T00%3A00%3A00Z",
          new Frozen(27, "LDZm2ElUqGvUYlO4l5GrqP7Qh3rYUUyYx8x4Yv4wWpQ=", 12),
          "6a1d6f86-9a0c-4c36-8f0b-3f7c8f5a2e10");

  @Test
  void a_sign_off_stands_for_this_text() {
    assertEquals(
        """
        entente review signed 1
        review 0b7a1f0e-5d0b-4a3e-9c61-2f6f0a9f3c11
        owner kr
        query from=2026-11-01T00%3A00%3A00Z&to=2026-12-01T00%3A00%3A00Z
        size 27
        root LDZm2ElUqGvUYlO4l5GrqP7Qh3rYUUyYx8x4Yv4wWpQ=
        entries 12
        salt 6a1d6f86-9a0c-4c36-8f0b-3f7c8f5a2e10
        opened 26
        note
        Looked through.
        Nothing unusual.\
        """,
        STATEMENT.ended(State.SIGNED, 26, "Looked through.\nNothing unusual."));
  }

  @Test
  void opening_and_signing_are_never_one_text() {
    assertNotEquals(
        Statement.digest(STATEMENT.opened()),
        Statement.digest(STATEMENT.ended(State.SIGNED, 26, "")));
  }
}
