package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.entente.e2e.scene.Answer;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.e2e.scene.Stix.Tlp;
import org.entente.local.exchange.Member;
import org.entente.stix.marking.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P6: what is withheld is indistinguishable from what does not exist. */
@ExtendWith(OneExchange.class)
class WhatIsWithheldDoesNotExistTest {

  private static final String FIRST = "X-TAXII-Date-Added-First";
  private static final String LAST = "X-TAXII-Date-Added-Last";

  private final Feed korea;
  private final Feed eu;
  private final Stix first = Stix.indicator(Member.KOREA);
  private final Stix red = Stix.indicator(Member.KOREA).marked(Tlp.RED);
  private final Stix narrowed = Stix.indicator(Member.KOREA);
  private final Stix second = Stix.indicator(Member.KOREA);
  private final Stix unknown = Stix.indicator(Member.KOREA);
  private String before = "";

  WhatIsWithheldDoesNotExistTest(Scene scene) {
    korea = scene.korea();
    eu = scene.eu();
  }

  /** Between two objects the EU gets, one that is too secret and one for somebody else. */
  @BeforeEach
  void korea_releases_some_and_withholds_some() {
    var mark = Stix.indicator(Member.KOREA);
    korea.submit(Stix.envelope(mark.text()));
    before = added(eu.door().get(objects() + mark.id() + "/"));
    korea.submit(Stix.envelope(first.text(), red.text()));
    var others = List.of(Recipient.partner("kr"));
    korea.submit(korea.sign(UUID.randomUUID(), Stix.envelope(narrowed.text()), others));
    korea.submit(Stix.envelope(second.text()));
  }

  @Test
  void a_page_has_what_is_released_and_nothing_else() {
    var page = eu.door().get(objects() + "?added_after=" + before);

    assertEquals(Stix.envelope(first.text(), second.text()), page.body());
  }

  @Test
  void page_by_page_there_is_no_page_too_many() {
    var one = objects() + "?limit=1&added_after=" + before;

    var page = eu.door().get(one);
    var rest = eu.door().get(one + "&next=" + page.member("next"));

    assertTrue(page.body().contains(first.text()), page.body());
    assertEquals("true", page.member("more"));
    assertEquals(Stix.envelope(second.text()), rest.body());
  }

  @Test
  void after_the_last_released_object_there_is_nothing() {
    var last = added(eu.door().get(objects() + "?added_after=" + before));
    korea.submit(Stix.envelope(secret()));

    var page = eu.door().get(objects() + "?added_after=" + last);

    assertEquals("{}", page.body());
    assertEquals(last, added(page));
  }

  @Test
  void the_dates_of_what_is_released_leave_no_gap() {
    var last = added(eu.door().get(objects() + "?added_after=" + before));
    var released = Stix.indicator(Member.KOREA);
    korea.submit(Stix.envelope(released.text(), secret(), Stix.indicator(Member.KOREA).text()));

    var page = eu.door().get(objects() + "?added_after=" + last);

    var from = Instant.parse(page.headers().firstValue(FIRST).orElseThrow());
    assertEquals(from.plus(1, ChronoUnit.MICROS), Instant.parse(added(page)));
  }

  @Test
  void asked_for_by_its_id_it_is_as_unknown_as_any() {
    var nothing = eu.door().get(objects() + unknown.id() + "/");

    assertEquals("404 OBJECT_UNKNOWN", nothing.refusal());
    for (var withheld : List.of(red, narrowed)) {
      var answer = eu.door().get(objects() + withheld.id() + "/");
      assertEquals(nothing.withoutIdentity(), answer.withoutIdentity());
    }
  }

  @Test
  void evidence_that_would_show_it_does_not_exist_either() {
    var nothing = eu.door().get(evidence(unknown));

    assertEquals("404 OBJECT_UNKNOWN", nothing.refusal());
    for (var asked : List.of(first, red, narrowed)) {
      var answer = eu.door().get(evidence(asked));
      assertEquals(nothing.withoutIdentity(), answer.withoutIdentity());
    }
    assertTrue(eu.origin(second.id()).evidence().body().length > 0, "all of this one is released");
  }

  @Test
  void its_producer_is_told_that_it_is_withheld() {
    var status = korea.door().post(korea.sign(Stix.envelope(secret())));

    assertEquals(202, status.status());
    assertTrue(status.body().contains("withheld"), status.body());
  }

  private static String secret() {
    return Stix.indicator(Member.KOREA).marked(Tlp.RED).text();
  }

  private static String added(Answer answer) {
    return answer
        .headers()
        .firstValue(LAST)
        .orElseThrow(() -> new AssertionError(answer.toString()));
  }

  private String objects() {
    return "collections/" + eu.foreign().id() + "/objects/";
  }

  private String evidence(Stix object) {
    return "/evidence?collection=" + eu.foreign().id() + "&object=" + object.id();
  }
}
