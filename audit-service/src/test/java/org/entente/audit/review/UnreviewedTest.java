package org.entente.audit.review;

import static org.entente.audit.review.Reviewers.EUROPEAN;
import static org.entente.audit.review.Reviewers.JOINT;
import static org.entente.audit.review.Reviewers.KOREAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.audit.Database;
import org.entente.audit.ExchangeResource;
import org.entente.audit.SampleRecord;
import org.entente.audit.access.Person;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.junit.jupiter.api.Test;

/** What no signed review has seen, each test in a month of its own. */
@QuarkusTest
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class UnreviewedTest {

  private static final AtomicInteger MONTHS = new AtomicInteger();
  private static final int MANY = 1_000;

  @Inject Reviewers reviewers;
  @Inject Unreviewed unreviewed;
  @Inject Months months;
  @Inject PostgresMonths store;
  @Inject Overdue overdue;
  @Inject PostgresReviews signed;
  @Inject Database database;

  private final Month month =
      new Month(YearMonth.of(2040, 1).plusMonths(3L * MONTHS.getAndIncrement()));

  private long happens(SampleRecord sample) {
    return happens(sample, month);
  }

  private void happensIn(Month other) {
    happens(SampleRecord.fresh(), other);
  }

  private long happens(SampleRecord sample, Month month) {
    var time = month.begin().plus(Duration.ofDays(3)).toEpochMilli();
    var sent = sample.json().replace("\"time\":1795360201123", "\"time\":" + time);
    return ((Appended) reviewers.append(sent.getBytes(StandardCharsets.UTF_8))).index();
  }

  private long happens() {
    return happens(SampleRecord.fresh());
  }

  private String inMonth(String also) {
    return month.query().text() + "&" + also;
  }

  private List<Long> unreviewed(Person person) {
    return unreviewed
        .of(month, Owner.of(person.scope()), new Unreviewed.Reach(Long.MAX_VALUE, MANY, MANY))
        .indices();
  }

  @Test
  void what_nobody_signed_is_unreviewed_newest_first() {
    var first = happens();
    var second = happens();
    reviewers.open(KOREAN, month.query().text());

    assertEquals(List.of(second, first), unreviewed(KOREAN));
  }

  @Test
  void what_lacks_the_field_a_review_asked_for_was_not_seen_by_it() {
    var plain = happens();
    var stated = happens(SampleRecord.fresh().forPurpose("freeze"));
    var marked = happens(SampleRecord.fresh().marked("RED"));

    reviewers.review(KOREAN, inMonth("purpose=freeze"));
    assertEquals(List.of(marked, plain), unreviewed(KOREAN));
    reviewers.review(KOREAN, inMonth("marking=RED"));
    assertEquals(List.of(plain), unreviewed(KOREAN));
    reviewers.review(KOREAN, inMonth("actor=kr-feed"));
    assertEquals(List.of(), unreviewed(KOREAN));
    assertTrue(stated > plain);
  }

  @Test
  void a_review_of_the_whole_month_leaves_what_came_later() {
    happens();
    happens();
    reviewers.review(KOREAN, month.query().text());
    assertEquals(List.of(), unreviewed(KOREAN));

    var later = happens();

    assertEquals(List.of(later), unreviewed(KOREAN));
    reviewers.review(KOREAN, inMonth("outcome=denied"));
    assertEquals(List.of(later), unreviewed(KOREAN));
    reviewers.review(KOREAN, inMonth("outcome=allowed"));
    assertEquals(List.of(), unreviewed(KOREAN));
  }

  @Test
  void a_review_of_other_times_or_indices_takes_nothing_away() {
    var first = happens();
    var second = happens();
    reviewers.review(KOREAN, inMonth("last=" + first));
    assertEquals(List.of(second), unreviewed(KOREAN));
    reviewers.review(KOREAN, "to=" + month.begin());
    assertEquals(List.of(second), unreviewed(KOREAN));
    reviewers.review(KOREAN, inMonth("first=" + second));
    assertEquals(List.of(), unreviewed(KOREAN));
  }

  @Test
  void what_others_signed_does_not_count() {
    var entry = happens(SampleRecord.fresh().givenTo("eu"));
    reviewers.review(EUROPEAN, month.query().text());

    assertEquals(List.of(), unreviewed(EUROPEAN));
    assertEquals(List.of(entry), unreviewed(KOREAN));
    assertEquals(List.of(entry), unreviewed(JOINT));
  }

  @Test
  void what_may_not_be_read_is_not_listed() {
    happens(SampleRecord.fresh().of("eu", "eu-feed"));

    assertEquals(List.of(), unreviewed(KOREAN));
    assertEquals(1, unreviewed(JOINT).size());
  }

  @Test
  void a_withdrawn_review_counts_for_nothing() {
    var entry = happens();
    reviewers.withdrawn(KOREAN, month.query().text());

    assertEquals(List.of(entry), unreviewed(KOREAN));
  }

  @Test
  void a_review_that_does_not_fit_the_log_covers_nothing() {
    var entry = happens();
    var id = reviewers.review(KOREAN, inMonth("party=eu"));
    database.tamper(
        "UPDATE review SET query = '%s' WHERE id = '%s'".formatted(month.query().text(), id));

    assertEquals(List.of(entry), unreviewed(KOREAN));
  }

  @Test
  void pages_lead_through_all_of_it_and_a_walk_ends_where_it_says() {
    var entries = new ArrayList<Long>();
    for (var i = 0; i < 5; i++) {
      entries.addFirst(happens());
    }
    reviewers.review(KOREAN, inMonth("first=" + entries.get(2) + "&last=" + entries.get(1)));
    var walked = new ArrayList<Long>();
    Optional<Long> next = Optional.of(Long.MAX_VALUE);
    var steps = 0;
    while (next.isPresent() && steps++ < 20) {
      var found =
          unreviewed.of(month, Owner.of(KOREAN.scope()), new Unreviewed.Reach(next.get(), 2, 1));
      walked.addAll(found.indices());
      next = found.next();
    }

    assertEquals(
        List.of(entries.get(0), entries.get(3), entries.get(4)), walked, "looking at one each");
    var page =
        unreviewed.of(
            month, Owner.of(KOREAN.scope()), new Unreviewed.Reach(Long.MAX_VALUE, 2, MANY));
    assertEquals(List.of(entries.get(0), entries.get(3)), page.indices());
    assertEquals(Optional.of(entries.get(3)), page.next());
  }

  @Test
  void months_are_listed_with_what_is_left_of_them() {
    happens();
    happens(SampleRecord.fresh().forPurpose("freeze"));
    assertEquals(new Months.Line(month, 2, 2, false, true), line());

    reviewers.review(KOREAN, inMonth("purpose=freeze"));
    assertEquals(new Months.Line(month, 2, 1, false, true), line());

    reviewers.review(KOREAN, month.query().text());
    assertEquals(new Months.Line(month, 2, 0, false, true), line());
  }

  @Test
  void months_share_one_pages_time_and_those_that_a_review_covers_need_none() {
    var later = new Month(month.month().plusMonths(1));
    happens();
    reviewers.review(KOREAN, inMonth("purpose=none"));
    happensIn(later);
    reviewers.review(KOREAN, later.query().text() + "&purpose=none");
    var before = Optional.of(new Month(month.month().plusMonths(2)));
    var hurried = new Months(store, unreviewed, 1);

    assertEquals(
        List.of(
            new Months.Line(later, 1, 1, false, true), new Months.Line(month, 1, 0, true, false)),
        hurried.before(before, KOREAN.scope()).lines().subList(0, 2));
    reviewers.review(KOREAN, month.query().text());
    assertEquals(
        new Months.Line(month, 1, 0, false, true),
        hurried.before(before, KOREAN.scope()).lines().get(1));
  }

  @Test
  void a_month_that_was_looked_at_is_no_month_that_was_not() {
    happens();
    happens();
    reviewers.review(KOREAN, inMonth("last=1000000"));
    var before = Optional.of(new Month(month.month().plusMonths(1)));

    assertEquals(
        new Months.Line(month, 2, 0, true, true),
        new Months(store, unreviewed, 1).before(before, KOREAN.scope()).lines().getFirst());
  }

  @Test
  void reviews_of_days_do_not_push_out_those_of_months() {
    happens();
    reviewers.review(KOREAN, month.query().text());
    var day = month.end().minusSeconds(86_400);
    reviewers.review(KOREAN, "from=" + day + "&to=" + month.end());

    var patient = new Overdue(store, signed, 1);

    assertFalse(patient.of(KOREAN.scope(), month.end()).contains(month));
  }

  private boolean overdue(Person person, Instant now) {
    return overdue.of(person.scope(), now).contains(month);
  }

  @Test
  void a_month_that_is_over_is_overdue_until_one_review_has_seen_all_of_it() {
    happens();
    var over = month.end();
    assertFalse(overdue(KOREAN, over.minusMillis(1)), "it is not over");
    assertTrue(overdue(KOREAN, over));

    reviewers.open(KOREAN, month.query().text());
    reviewers.withdrawn(KOREAN, month.query().text());
    reviewers.review(KOREAN, inMonth("purpose=freeze"));
    reviewers.review(KOREAN, inMonth("last=1000000"));
    reviewers.review(KOREAN, "from=" + month.begin().plusSeconds(1) + "&to=" + month.end());
    assertTrue(overdue(KOREAN, over), "open, withdrawn, or of a part");

    reviewers.review(KOREAN, month.query().text());
    assertFalse(overdue(KOREAN, over));
    assertTrue(overdue(JOINT, over), "their own duty");
    happens();
    assertTrue(overdue(KOREAN, over), "something came late");
    reviewers.review(KOREAN, "from=" + month.begin().minusSeconds(1));
    assertFalse(overdue(KOREAN, over), "more than the month");
  }

  private Months.Line line() {
    var before = new Month(month.month().plusMonths(1));
    return months.before(Optional.of(before), KOREAN.scope()).lines().getFirst();
  }
}
