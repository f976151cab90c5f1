package org.entente.audit.review;

import static org.entente.audit.review.Reviewers.EUROPEAN;
import static org.entente.audit.review.Reviewers.JOINT;
import static org.entente.audit.review.Reviewers.KOREAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.audit.Database;
import org.entente.audit.ExchangeResource;
import org.entente.audit.access.Person;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Sha256;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a review ends: signed, by whom it may be, or withdrawn. */
@QuarkusTest
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class ReviewEndTest {

  @Inject Reviews reviews;
  @Inject Reviewers reviewers;
  @Inject Freezing freezing;
  @Inject PostgresReviews store;
  @Inject PostgresReviewWriter writer;
  @Inject Supplier<UUID> uids;
  @Inject Database database;

  private final String query = "object=indicator--" + UUID.randomUUID();
  private Reviews strict;

  @BeforeEach
  void with_the_rule_that_a_second_person_signs() {
    strict = new Reviews(freezing, store, writer, new SecondPerson(true), uids);
  }

  private void signStrictly(Person person, UUID review) {
    strict.sign(person, reviewers.of(person, "review.sign"), review, "looked through");
  }

  private static RefusalCode refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  private long records(UUID id, String operation) {
    return database.number(
        "SELECT count(*) FROM entry JOIN entry_object USING (idx) WHERE object_id = 'review--"
            + id
            + "' AND operation = '"
            + operation
            + "'");
  }

  private static Person called(String party, String name) {
    return new Person(
        party,
        name,
        KOREAN.scope(),
        Actor.withoutToken(party, "person:" + name),
        "no token needed");
  }

  @Test
  void by_the_rule_nobody_signs_what_it_opened_itself() {
    var id = reviewers.open(KOREAN, query);

    assertEquals(RefusalCode.REVIEW_SECOND_PERSON, refused(() -> signStrictly(KOREAN, id)));
    assertEquals(
        RefusalCode.REVIEW_SECOND_PERSON,
        refused(() -> signStrictly(called("kr", "INSPECTOR"), id)),
        "user names have no case");
    assertEquals(0, records(id, "review.sign"));
    signStrictly(called("kr", "second"), id);

    assertEquals(State.SIGNED, reviews.find(KOREAN, id).state());
    assertFalse(reviews.find(KOREAN, id).byOnePerson());
  }

  @Test
  void one_name_at_two_parties_is_two_persons() {
    var id = reviewers.open(JOINT, query);
    var other =
        new Person(
            "eu",
            JOINT.name(),
            JOINT.scope(),
            Actor.withoutToken("eu", JOINT.actor().client()),
            "no token needed");

    signStrictly(other, id);

    assertEquals(State.SIGNED, reviews.find(JOINT, id).state());
  }

  @Test
  void by_the_rule_nobody_signs_what_was_opened_by_nobody_known() {
    var erased = reviewers.open(KOREAN, query);
    database.tamper(
        "DELETE FROM disclosure WHERE idx = " + reviews.find(KOREAN, erased).stored().opening());
    var altered = reviewers.open(KOREAN, query);
    database.tamper(
        "UPDATE disclosure SET disclosures = (SELECT disclosures FROM disclosure WHERE idx = %d) WHERE idx = %d"
            .formatted(
                reviews.find(JOINT, reviewers.open(JOINT, query)).stored().opening(),
                reviews.find(KOREAN, altered).stored().opening()));

    for (var id : java.util.List.of(erased, altered)) {
      assertEquals(
          RefusalCode.REVIEW_SECOND_PERSON,
          refused(() -> signStrictly(called("kr", "second"), id)));
    }
  }

  @Test
  void without_the_rule_it_is_told_that_one_person_did_both() {
    var id = reviewers.review(KOREAN, query);
    assertTrue(reviews.find(KOREAN, id).byOnePerson());
    var other = reviewers.open(KOREAN, query);
    reviewers.sign(called("kr", "second"), other, "four eyes");
    assertFalse(reviews.find(KOREAN, other).byOnePerson());
  }

  @Test
  void a_withdrawn_review_has_its_reason_on_record_and_stays_withdrawn() {
    var id = reviewers.open(KOREAN, query);

    reviewers.withdraw(KOREAN, id, "opened by mistake");

    var review = reviews.find(KOREAN, id);
    assertEquals(Fit.SOUND, review.fit());
    assertEquals(State.WITHDRAWN, review.state());
    assertEquals("opened by mistake", review.note());
    assertEquals(
        review.ended().orElseThrow().sha256(),
        Sha256.of(review.statement().orElseThrow().getBytes(StandardCharsets.UTF_8)));
    assertEquals(RefusalCode.REVIEW_WITHDRAWN, refused(() -> reviewers.sign(KOREAN, id, "no")));
    assertEquals(RefusalCode.REVIEW_WITHDRAWN, refused(() -> reviewers.withdraw(KOREAN, id, "no")));
    assertEquals(1, records(id, "review.withdraw"));
    assertEquals(0, records(id, "review.sign"));
  }

  @Test
  void what_is_signed_is_not_withdrawn_and_what_is_not_ones_own_neither() {
    var signed = reviewers.review(KOREAN, query);
    var open = reviewers.open(KOREAN, query);

    assertEquals(RefusalCode.REVIEW_SIGNED, refused(() -> reviewers.withdraw(KOREAN, signed, "x")));
    assertEquals(
        RefusalCode.REVIEW_UNKNOWN, refused(() -> reviewers.withdraw(EUROPEAN, open, "x")));
    assertEquals(RefusalCode.REVIEW_INVALID, refused(() -> reviewers.withdraw(KOREAN, open, " ")));
    assertTrue(reviews.find(KOREAN, open).open());
  }

  @Test
  void each_review_is_listed_by_what_became_of_it() {
    var open = reviewers.open(KOREAN, query);
    var signed = reviewers.review(KOREAN, query);
    var withdrawn = reviewers.withdrawn(KOREAN, query);

    for (var state : State.values()) {
      var listed =
          reviews.list(KOREAN, state, Long.MAX_VALUE, 1_000).stream().map(Review::id).toList();
      assertEquals(state == State.OPEN, listed.contains(open));
      assertEquals(state == State.SIGNED, listed.contains(signed));
      assertEquals(state == State.WITHDRAWN, listed.contains(withdrawn));
    }
  }

  @Test
  void an_end_that_was_lost_can_be_made_again_and_no_other() {
    var id = reviewers.open(KOREAN, query);
    var killed = reviewers.killed(KOREAN, "review.withdraw");
    refused(() -> reviews.withdraw(KOREAN, killed, id, "interrupted"));

    assertEquals(Fit.ENDING, reviews.find(KOREAN, id).fit());
    assertEquals(RefusalCode.REVIEW_WITHDRAWN, refused(() -> reviewers.sign(KOREAN, id, "no")));
    reviewers.withdraw(KOREAN, id, "again");
    assertEquals(Fit.SOUND, reviews.find(KOREAN, id).fit());
  }

  @Test
  void a_sign_off_does_not_become_a_withdrawal_in_the_database() {
    var id = reviewers.review(KOREAN, query);
    var change = " SET withdrawn_idx = signed_idx, signed_idx = NULL WHERE id = '" + id + "'";
    assertThrows(java.sql.SQLException.class, () -> database.execute("UPDATE review" + change));

    database.tamper("UPDATE review" + change);

    assertEquals(Fit.ALTERED, reviews.find(KOREAN, id).fit());
  }
}
