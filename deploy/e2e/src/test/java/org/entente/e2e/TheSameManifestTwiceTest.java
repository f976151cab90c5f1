package org.entente.e2e;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Signed;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P5: the same manifest twice has one effect and one answer. */
@ExtendWith(OneExchange.class)
class TheSameManifestTwiceTest {

  private static final int AT_ONCE = 8;

  private final Scene scene;
  private final Feed korea;
  private final Stix object = Stix.indicator(Member.KOREA);
  private final Signed warning;

  TheSameManifestTwiceTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    warning = korea.sign(Stix.envelope(object.text()));
  }

  @Test
  void the_second_time_has_the_first_answer_and_receipt_and_says_so() {
    var first = korea.submit(warning);

    var second = korea.submit(warning);

    assertFalse(first.replayed());
    assertTrue(second.replayed());
    assertArrayEquals(first.status().document().bytes(), second.status().document().bytes());
    assertEquals(first.status().receipt(), second.status().receipt());
    assertOneEffect();
  }

  @Test
  void sent_many_times_at_once_it_has_one_answer() {
    var attempts = Stream.generate(() -> korea.begin(warning)).limit(AT_ONCE).toList();

    var answers =
        attempts.stream().map(CompletableFuture::join).flatMap(answer -> answer.stream()).toList();

    assertEquals(AT_ONCE, answers.size());
    assertEquals(1, answers.stream().filter(answer -> !answer.replayed()).count());
    assertEquals(
        1,
        answers.stream()
            .map(answer -> answer.status().document().members())
            .collect(toSet())
            .size());
    assertEquals(
        1, answers.stream().map(answer -> answer.status().receipt()).collect(toSet()).size());
    assertOneEffect();
  }

  private void assertOneEffect() {
    assertEquals(List.of(object.text()), scene.eu().received(object.id()));
    var admissions =
        scene
            .auditor()
            .search(Map.of("operation", "taxii.addObjects.outcome", "object", object.id()));
    assertEquals(1, admissions.size());
  }
}
