package org.entente.audit.review;

import static org.entente.audit.review.Reviewers.EUROPEAN;
import static org.entente.audit.review.Reviewers.JOINT;
import static org.entente.audit.review.Reviewers.KOREAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.entente.audit.Database;
import org.entente.audit.ExchangeResource;
import org.entente.audit.SampleRecord;
import org.entente.audit.access.RecordedAccess.Recording;
import org.entente.audit.record.Sha256;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.entente.audit.search.Hit;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.search.SearchQuery;
import org.entente.audit.sequencer.LogUnavailable;
import org.junit.jupiter.api.Test;

/** Reviews in the running service, with their records in its log. */
@QuarkusTest
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class ReviewTest {

  @Inject Reviews reviews;
  @Inject Reviewers reviewers;
  @Inject PostgresHits hits;
  @Inject Database database;

  private final String object = "indicator--" + UUID.randomUUID();
  private final String query = "object=" + object;

  private void happens(int times, String party) {
    for (var i = 0; i < times; i++) {
      reviewers.append(SampleRecord.fresh().about(object).of(party, party + "-feed").bytes());
    }
  }

  private List<Long> shown(Review review) {
    var search = SearchQuery.of(ReviewQuery.parse(review.query()).parameters());
    return hits.find(search, review.owner().scope(), review.frozen().size()).entries().stream()
        .map(Hit::index)
        .toList();
  }

  private static RefusalCode refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  @Test
  void a_review_stays_what_it_was_when_new_entries_match() {
    happens(3, "kr");
    var id = reviewers.open(KOREAN, query);
    var before = shown(reviews.find(KOREAN, id));

    happens(2, "kr");
    reviewers.sign(KOREAN, id, "seen");

    var review = reviews.find(KOREAN, id);
    assertEquals(3, review.frozen().entries());
    assertEquals(3, before.size());
    assertEquals(before, shown(review));
    assertEquals(Fit.SOUND, review.fit());
    assertFalse(review.open());
  }

  @Test
  void a_party_sees_no_more_than_its_own_whoever_looks() {
    happens(2, "kr");
    happens(1, "eu");
    var korean = reviewers.open(KOREAN, query);
    var joint = reviewers.open(JOINT, query);

    assertEquals(2, shown(reviews.find(KOREAN, korean)).size());
    assertEquals(2, shown(reviews.find(JOINT, korean)).size());
    assertEquals(3, shown(reviews.find(JOINT, joint)).size());
  }

  @Test
  void a_review_exists_for_its_owners_auditors_only() {
    var korean = reviewers.open(KOREAN, query);
    var joint = reviewers.open(JOINT, query);
    var unknown = UUID.randomUUID();

    for (var id : List.of(korean, joint, unknown)) {
      var told = assertThrows(ReviewUnknown.class, () -> reviews.find(EUROPEAN, id));
      assertEquals(new ReviewUnknown().detail(), told.detail());
      assertEquals(RefusalCode.REVIEW_UNKNOWN, refused(() -> reviewers.sign(EUROPEAN, id, "mine")));
    }
    assertEquals(RefusalCode.REVIEW_UNKNOWN, refused(() -> reviews.find(KOREAN, joint)));
    assertTrue(listed(JOINT).containsAll(List.of(korean, joint)));
    assertTrue(listed(KOREAN).contains(korean));
    assertFalse(listed(KOREAN).contains(joint));
    assertFalse(listed(EUROPEAN).contains(korean));
  }

  private List<UUID> listed(org.entente.audit.access.Person person) {
    return reviews.list(person, State.OPEN, Long.MAX_VALUE, 1_000).stream()
        .map(Review::id)
        .toList();
  }

  @Test
  void who_opened_and_who_signed_is_said_by_the_records() {
    var id = reviewers.open(KOREAN, query);
    reviewers.sign(JOINT, id, "four eyes");

    var review = reviews.find(KOREAN, id);

    assertEquals("person:inspector", review.opened().orElseThrow().who());
    assertEquals("person:joint-inspector", review.ended().orElseThrow().who());
    assertEquals("four eyes", review.note());
    database.tamper("DELETE FROM disclosure WHERE idx = " + review.stored().opening());
    var later = reviews.find(KOREAN, id);
    assertEquals("-", later.opened().orElseThrow().who());
    assertEquals(Fit.SOUND, later.fit());
  }

  @Test
  void neither_query_nor_note_nor_name_is_in_a_leaf() {
    happens(1, "kr");
    var id = reviewers.open(KOREAN, "actor=kr-feed&" + query);
    reviewers.sign(KOREAN, id, "a note to be forgotten");

    for (var word : List.of("kr-feed", "inspector", "note to be", object)) {
      assertEquals(
          0,
          database.number(
              "SELECT count(*) FROM entry JOIN entry_object USING (idx) WHERE object_id = '"
                  + "review--%s' AND position('%s' in convert_from(body, 'UTF8')) > 0"
                      .formatted(id, word)));
    }
  }

  @Test
  void whoever_may_see_a_review_can_hash_what_its_records_stand_for() {
    var id = reviewers.open(KOREAN, query);
    var open = reviews.find(KOREAN, id);
    reviewers.sign(JOINT, id, "누가 보아도\nthe same");
    var signed = reviews.find(KOREAN, id);

    assertEquals(open.opened().orElseThrow().sha256(), digest(open));
    assertEquals(signed.ended().orElseThrow().sha256(), digest(signed));
    database.tamper("UPDATE review SET note = 'another' WHERE id = '" + id + "'");
    var altered = reviews.find(KOREAN, id);
    assertNotEquals(altered.ended().orElseThrow().sha256(), digest(altered));
  }

  private static String digest(Review review) {
    return Sha256.of(review.statement().orElseThrow().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void one_form_opens_one_review_however_often_it_is_sent() throws Exception {
    var form = UUID.randomUUID().toString();
    var opened =
        together(() -> reviews.open(KOREAN, reviewers.of(KOREAN, "review.open"), form, query), 4);

    assertEquals(1, opened.stream().distinct().count());
    assertEquals(1, database.number("SELECT count(*) FROM review WHERE form = '" + form + "'"));
    assertEquals(
        1,
        database.number(
            "SELECT count(*) FROM entry JOIN entry_object USING (idx) WHERE object_id = 'review--"
                + opened.getFirst()
                + "' AND position('\"sha256\"' in convert_from(body, 'UTF8')) > 0"));
    var european = reviews.open(EUROPEAN, reviewers.of(EUROPEAN, "review.open"), form, query);
    assertFalse(opened.contains(european), "a form of another party's is another form");
  }

  @Test
  void as_many_as_there_are_connections_wait_for_their_record_and_all_get_it() throws Exception {
    var opened = together(() -> reviewers.open(KOREAN, query), 24);

    assertEquals(24, opened.stream().distinct().count());
  }

  @Test
  void what_is_exported_of_a_review_is_what_it_froze() {
    happens(3, "kr");
    var id = reviewers.open(KOREAN, query);
    happens(2, "kr");
    var review = reviews.find(KOREAN, id);
    var search = SearchQuery.of(ReviewQuery.parse(review.queryThen()).parameters());
    var exported = hits.find(search, KOREAN.scope()).entries().stream().map(Hit::index).toList();

    assertEquals(shown(review), exported);
    assertEquals(3, exported.size());
    var narrower =
        reviews.find(KOREAN, reviewers.open(KOREAN, query + "&last=" + exported.getLast()));
    assertTrue(
        narrower.queryThen().contains("last=" + exported.getLast() + "&"), narrower::queryThen);
  }

  @Test
  void a_review_is_signed_once_even_by_two_at_once() throws Exception {
    var id = reviewers.open(KOREAN, query);

    var signed =
        together(
            () -> {
              try {
                reviewers.sign(KOREAN, id, "by me");
                return "signed";
              } catch (Refusal refusal) {
                return refusal.code().name();
              }
            },
            3);

    assertEquals(1, signed.stream().filter("signed"::equals).count());
    assertEquals(2, signed.stream().filter("REVIEW_SIGNED"::equals).count());
    assertEquals(1, signOffs(id));
    assertEquals(Fit.SOUND, reviews.find(KOREAN, id).fit());
  }

  private static <T> List<T> together(Callable<T> work, int times) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(Stream.generate(() -> work).limit(times).toList());
      return results.stream().map(java.util.concurrent.Future::resultNow).toList();
    }
  }

  private long signOffs(UUID id) {
    return database.number(
        "SELECT count(*) FROM entry JOIN entry_object USING (idx) WHERE object_id = 'review--"
            + id
            + "' AND operation = 'review.sign'");
  }

  @Test
  void what_is_not_on_record_is_not_stored() {
    var form = UUID.randomUUID().toString();
    Recording nothing =
        _ -> {
          throw new LogUnavailable("away");
        };
    assertEquals(
        RefusalCode.LOG_UNAVAILABLE, refused(() -> reviews.open(KOREAN, nothing, form, query)));
    assertEquals(0, database.number("SELECT count(*) FROM review WHERE form = '" + form + "'"));

    var id = reviewers.open(KOREAN, query);
    assertEquals(
        RefusalCode.LOG_UNAVAILABLE, refused(() -> reviews.sign(KOREAN, nothing, id, "no")));
    assertTrue(reviews.find(KOREAN, id).open());
    assertEquals(Fit.SOUND, reviews.find(KOREAN, id).fit());
  }

  @Test
  void a_sign_off_that_was_recorded_and_not_stored_is_told_and_can_be_made_again() {
    var id = reviewers.open(KOREAN, query);
    var killed = reviewers.killed(KOREAN, "review.sign");
    refused(() -> reviews.sign(KOREAN, killed, id, "interrupted"));

    assertEquals(Fit.ENDING, reviews.find(KOREAN, id).fit());
    assertTrue(reviews.find(KOREAN, id).open());
    reviewers.sign(KOREAN, id, "again");
    assertEquals(Fit.SOUND, reviews.find(KOREAN, id).fit());
    assertEquals(2, signOffs(id));
  }
}
