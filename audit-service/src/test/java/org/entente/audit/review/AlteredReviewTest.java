package org.entente.audit.review;

import static org.entente.audit.review.Reviewers.EUROPEAN;
import static org.entente.audit.review.Reviewers.KOREAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.entente.audit.Database;
import org.entente.audit.ExchangeResource;
import org.entente.audit.fsck.Passes;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.entente.audit.witness.Witnesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever owns the database changes a review: the log says otherwise, and the page says so. */
@QuarkusTest
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class AlteredReviewTest {

  @Inject Reviews reviews;
  @Inject Reviewers reviewers;
  @Inject Database database;
  @Inject DataSource source;
  @Inject Witnesses witnesses;

  private final String query = "object=indicator--" + UUID.randomUUID();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query = 'party=eu'",
        "root = decode(repeat('00', 32), 'hex')",
        "tree_size = tree_size + 1",
        "entries = entries + 1",
        "note = 'something else'",
        "salt = gen_random_uuid()",
        "opened_idx = 0",
        "signed_idx = opened_idx",
        "signed_idx = 1000000000",
        "owner = 'eu'"
      })
  void a_changed_row_is_shown_as_changed(String change) {
    var id = reviewers.review(KOREAN, query);
    assertEquals(Fit.SOUND, reviews.find(KOREAN, id).fit());

    database.tamper("UPDATE review SET %s WHERE id = '%s'".formatted(change, id));

    var viewer = change.startsWith("owner") ? EUROPEAN : KOREAN;
    var review = reviews.find(viewer, id);
    var found = fsck();
    database.tamper(
        "DELETE FROM review WHERE id = '%s'".formatted(id)); // unique indices: others follow
    assertEquals(Fit.ALTERED, review.fit());
    assertFalse(review.believed());
    assertTrue(
        found.contains("review--%s: is not what its records say".formatted(id)), found::toString);
  }

  @Test
  void a_sign_off_taken_back_in_the_database_is_told() {
    var id = reviewers.review(KOREAN, query);

    database.tamper(
        "UPDATE review SET signed_idx = NULL, note = NULL WHERE id = '%s'".formatted(id));

    assertEquals(Fit.ENDING, reviews.find(KOREAN, id).fit());
    var lost = "review--%s: its end is in the log and not stored".formatted(id);
    assertFalse(fsck().contains(lost), "it may be about to be stored");
    var index = reviews.find(KOREAN, id).last().orElseThrow().index();
    var older = "UPDATE entry SET sequenced_ms = sequenced_ms - %d WHERE idx = " + index;
    database.tamper(older.formatted(60_001));
    var found = fsck();
    var fit = reviews.find(KOREAN, id).fit();
    database.tamper(older.formatted(-60_001));
    assertEquals(Fit.END_LOST, fit);
    assertTrue(found.contains(lost), found::toString);
  }

  @Test
  void what_is_kept_as_it_was_is_no_damage() {
    var ids =
        List.of(
            reviewers.open(KOREAN, query),
            reviewers.review(KOREAN, query),
            reviewers.withdrawn(KOREAN, query));

    var found = fsck();

    for (var id : ids) {
      assertTrue(found.stream().noneMatch(told -> told.contains(id.toString())), found::toString);
    }
  }

  private List<String> fsck() {
    try (var connection = source.getConnection()) {
      return new Passes(witnesses.policy()).run(connection).stream().map(Object::toString).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_changed_review_cannot_be_signed() {
    var id = reviewers.open(KOREAN, query);
    database.tamper("UPDATE review SET query = 'party=eu' WHERE id = '%s'".formatted(id));

    assertEquals(
        RefusalCode.REVIEW_ALTERED,
        assertThrows(Refusal.class, () -> reviewers.sign(KOREAN, id, "what?")).code());
    assertEquals(
        0,
        database.number(
            "SELECT count(*) FROM entry JOIN entry_object USING (idx) WHERE object_id = 'review--"
                + id
                + "' AND operation = 'review.sign'"));
  }

  @Test
  void a_changed_record_bears_out_nothing() {
    var id = reviewers.open(KOREAN, query);
    var opening = reviews.find(KOREAN, id).stored().opening();
    database.tamper("UPDATE entry SET body = body || ' ' WHERE idx = " + opening);

    var fit = reviews.find(KOREAN, id).fit();

    database.tamper("UPDATE entry SET body = rtrim(body, ' '::bytea) WHERE idx = " + opening);
    assertEquals(Fit.ALTERED, fit);
    assertEquals(Fit.SOUND, reviews.find(KOREAN, id).fit());
  }

  @Test
  void the_database_lets_a_review_be_signed_and_its_words_be_erased_and_nothing_else() {
    var id = reviewers.review(KOREAN, query);

    for (var change :
        List.of(
            "UPDATE review SET note = 'other'",
            "UPDATE review SET signed_idx = NULL",
            "UPDATE review SET query = 'party=eu'",
            "UPDATE review SET tree_size = 0",
            "DELETE FROM review")) {
      assertThrows(
          SQLException.class,
          () -> database.execute(change + " WHERE id = '%s'".formatted(id)),
          change);
    }
    database.run(
        "UPDATE review SET query = NULL, salt = NULL, note = NULL WHERE id = '%s'".formatted(id));
    assertEquals(Fit.ERASED, reviews.find(KOREAN, id).fit());
  }
}
