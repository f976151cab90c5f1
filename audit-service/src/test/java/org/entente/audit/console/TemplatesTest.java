package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.entente.audit.ExchangeResource;
import org.entente.audit.console.Vouching.Kind;
import org.entente.audit.console.Vouching.State;
import org.entente.audit.record.LogEvent;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.entente.audit.review.Fit;
import org.entente.audit.review.Frozen;
import org.entente.audit.review.Month;
import org.entente.audit.review.Owner;
import org.entente.audit.review.Review;
import org.entente.audit.review.ReviewRecord;
import org.entente.audit.review.State.Step;
import org.entente.audit.review.StoredReview;
import org.entente.audit.search.Hit;
import org.entente.audit.search.Paged;
import org.entente.audit.search.SearchParameters;
import org.entente.audit.visibility.AuditScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What pages say in cases that no browser test waits for. */
@QuarkusTest
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class TemplatesTest {

  @Inject Overviews overviews;

  private static Frame frame(String language) {
    return new Frame(Optional.empty(), Language.of(language).orElseThrow(), "/console/", "search");
  }

  static String rendered(String language, Function<Frame, TemplateInstance> page) {
    return rendered(frame(language), page.apply(frame(language)));
  }

  private static String rendered(Frame frame, TemplateInstance page) {
    return page.setLocale(frame.language().locale()).render();
  }

  @ParameterizedTest
  @CsvSource({
    "en, LATE, no news for too long",
    "en, DERIVED_DAMAGED, see log.damage",
    "en, DAMAGED, damage found",
    "ko, LATE, 새 소식이 너무 오래 없음"
  })
  void the_overview_says_who_no_longer_vouches(String language, State state, String words) {
    var is = overviews.of(new AuditScope.Joint(), null, null);
    var stamp = new Vouching(Kind.TIME_STAMP, "kr", 1, Instant.EPOCH, state);
    var s = is.standing();
    var rows = List.of(new Standing.Row(Kind.TIME_STAMP, true, List.of(stamp)));
    var standing = new Standing(s.origin(), s.size(), s.root(), s.signed(), s.witnessed(), rows);
    var october = List.of(new Month(YearMonth.of(2026, 10)));

    var page = overview(language, is, standing, october);

    assertTrue(page.contains(words), page);
    assertTrue(page.contains("<a href=\"/console/reviews/months/2026-10\">2026-10</a>. "), page);
    assertFalse(overview(language, is, standing, List.of()).contains("id=\"overdue\""));
  }

  private static String overview(
      String language, Overview is, Standing standing, List<Month> overdue) {
    var shown =
        new Overview(
            is.now(),
            standing,
            overdue,
            is.events(),
            is.timeline(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return rendered(frame(language), Templates.overview(frame(language), shown));
  }

  @Test
  void the_overview_has_the_newest_news_of_the_log_for_every_party() {
    var events = overviews.of(new AuditScope.OfParty("eu"), null, null).events();
    var indices = events.stream().map(event -> event.hit().index()).toList();

    assertTrue(events.stream().noneMatch(event -> event.what().isRoutine()), events.toString());
    assertFalse(events.isEmpty(), "at least keys and rules at the first start");
    assertEquals(indices.stream().sorted(Comparator.reverseOrder()).toList(), indices);
    assertTrue(events.size() <= 5, events.toString());
  }

  @Test
  void a_search_for_an_object_says_so_in_the_form() {
    var asked = new SearchParameters();
    asked.object = "review--1";
    var none = new Paged<Hit>(1, List.of(), Optional.empty(), Optional.empty());

    var page = rendered(frame("en"), Templates.search(frame("en"), new Asked(asked), none, "form"));

    assertTrue(page.contains("<label class=\"broad\">Object id<input name=\"object\""), page);
  }

  @Test
  void the_list_of_reviews_says_which_it_lists_and_who_did_both() {
    var by = new ReviewRecord(3, Instant.EPOCH, "kr", "person:one", "", "", "");
    for (var state : org.entente.audit.review.State.values()) {
      var list = new ReviewList(state, List.of(ended(state, Optional.of(by))), Optional.of(3L));

      var page = rendered(frame("en"), Templates.reviews(frame("en"), list));

      var name = state.name().charAt(0) + state.asked().substring(1);
      assertTrue(page.contains(" aria-current=\"page\">" + name + "</a>"), page);
      assertTrue(page.contains("?state=" + state.asked() + "&amp;before=3"), page);
      assertEquals(
          state == org.entente.audit.review.State.SIGNED, page.contains(">one person<"), page);
    }
  }

  private static Review ended(org.entente.audit.review.State how, Optional<ReviewRecord> by) {
    var stored =
        new StoredReview(
            new UUID(0, 1),
            new Owner("kr"),
            new Frozen(1, "", 0),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.of(new Step(how, 3)));
    return new Review(stored, by, by, Optional.empty(), Fit.SOUND);
  }

  @Test
  void an_end_whose_record_is_not_intact_is_no_end_that_is_not_there_yet() {
    var review = ended(org.entente.audit.review.State.SIGNED, Optional.empty());
    var list =
        new ReviewList(org.entente.audit.review.State.SIGNED, List.of(review), Optional.empty());

    var page = rendered(frame("en"), Templates.reviews(frame("en"), list));

    assertTrue(page.contains(">does not fit the log<"), page);
    assertFalse(page.contains(">not yet<"), page);
  }

  @Test
  void a_review_hands_out_what_its_records_stand_for() {
    var words = new StoredReview.Words("party=kr", "salt");
    var stored =
        new StoredReview(
            new UUID(0, 1),
            new Owner("kr"),
            new Frozen(1, "", 0),
            Optional.of(words),
            Optional.empty(),
            0,
            Optional.empty());
    var review =
        new Review(stored, Optional.empty(), Optional.empty(), Optional.empty(), Fit.SOUND);
    var none = new Paged<Hit>(1, List.of(), Optional.empty(), Optional.empty());

    var shown = new ShownReview(review, true, true, none);
    var page = rendered(frame("en"), Templates.review(frame("en"), shown));

    assertTrue(page.contains("/console/reviews/" + review.id() + "/statement"), page);
    assertTrue(page.contains("/console/reviews/" + review.id() + "/withdraw"), page);
    assertFalse(page.contains(">Sign</button>"), page);
  }

  @ParameterizedTest
  @EnumSource
  void every_refusal_is_told_in_both_languages(RefusalCode code) {
    var english = texts("en").refusal(code);
    var korean = texts("ko").refusal(code);

    assertEquals(code.title(), english);
    assertTrue(korean.matches(".*[가-힣].*"), code + ": " + korean);
    var page = rendered("ko", frame -> Templates.error(frame, refused(code)));
    assertTrue(page.contains(korean));
    assertEquals(code.isOnRecord(), page.contains(texts("ko").errorHint()), code.name());
  }

  private static LayoutTexts texts(String language) {
    return MessageBundles.get(LayoutTexts.class, Localized.Literal.of(language));
  }

  private static Refusal refused(RefusalCode code) {
    return new Refusal(code, "a detail") {};
  }

  @ParameterizedTest
  @EnumSource
  void what_becomes_of_the_log_is_told_in_both_languages_unless_it_is_routine(LogEvent event) {
    for (var language : List.of("en", "ko")) {
      var texts = MessageBundles.get(OverviewTexts.class, Localized.Literal.of(language));
      assertEquals(event.isRoutine(), texts.event(event).isEmpty(), language);
    }
  }
}
