package org.entente.audit.review;

import java.util.Optional;
import java.util.UUID;

/**
 * A review as the database has it, which anybody may have written.
 *
 * @param words what is erased when it is due: the query as text, and the salt
 * @param note of its end: of the sign-off, or why it was withdrawn
 * @param opening index of the record of opening it
 * @param end of it, if it has one
 */
public record StoredReview(
    UUID id,
    Owner owner,
    Frozen frozen,
    Optional<Words> words,
    Optional<String> note,
    long opening,
    Optional<State.Step> end) {

  /** What may name persons. */
  public record Words(String query, String salt) {}

  /** What its records should stand for; empty once erased. */
  Optional<Statement> statement() {
    return words.map(some -> new Statement(id, owner, some.query(), frozen, some.salt()));
  }
}
