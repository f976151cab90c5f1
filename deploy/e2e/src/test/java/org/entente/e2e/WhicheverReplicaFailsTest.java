package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.e2e.scene.Answer;
import org.entente.e2e.scene.Asking;
import org.entente.e2e.scene.Failures;
import org.entente.e2e.scene.Failures.Window;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Kept;
import org.entente.e2e.scene.Links;
import org.entente.e2e.scene.Load;
import org.entente.e2e.scene.Load.Sent;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.TwoOfEach;
import org.entente.e2e.scene.TwoOfEach.Link;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two of each service, and everybody is at it: each replica is killed and comes back, each link is
 * cut and heals, and nothing is lost, unlogged or done twice. What partners notice ends in time.
 */
@ExtendWith(OneExchange.class)
class WhicheverReplicaFailsTest {

  /** How long after a replica was killed partners may meet its end. */
  private static final Duration AFTER_A_KILL = Duration.ofSeconds(5);

  /** How long after a link was cut it is gone round. */
  private static final Duration AFTER_A_CUT = Duration.ofSeconds(20);

  private static final int LANES = 1;
  private static final String EVERYTHING =
      "collections/" + Direction.KOREA_TO_EU.id() + "/objects/?limit=100";
  private static final String SUBMISSIONS =
      "SELECT string_agg(jti || ' ' || id, chr(10)) FROM submission";
  private static final String OUTCOMES =
      "SELECT string_agg(substring(convert_from(body, 'UTF8') FROM '\"submission\":\"([^\"]+)\"'), ' ')"
          + " FROM entry WHERE operation = 'taxii.addObjects.outcome'";
  private static final String TAKEOVERS =
      "SELECT count(*) FROM entry WHERE operation = 'log.takeover'";
  private static final String REFUSED =
      "SELECT string_agg(convert_from(body, 'UTF8')::json->'metadata'->>'correlation_uid', ' ')"
          + " FROM entry WHERE outcome = 'denied'";

  /** One of each, and of the log both: first the one that leads, then its successor. */
  private static final List<Function<TwoOfEach, Service>> VICTIMS =
      List.of(
          two -> two.gateways().getFirst(),
          two -> two.indicatorServices().getFirst(),
          TwoOfEach::leader,
          TwoOfEach::leader);

  private final Scene scene;
  private final Failures failures = new Failures();
  private final List<Window> windows = new ArrayList<>();

  WhicheverReplicaFailsTest(Scene scene) {
    this.scene = scene;
  }

  @Test
  void each_replica_killed_in_turn_under_load_from_both_partners() {
    var takeovers = scene.audit().number(TAKEOVERS);
    try (var two = scene.twoOfEach()) {
      var load = new Everybody(two);
      for (var next : VICTIMS) {
        var victim = next.apply(two);
        windows.add(Window.ofNext(AFTER_A_KILL));
        victim.kill();
        load.awaitMore();
        victim.start();
        two.awaitAllReady();
      }
      load.end();
      assertTrue(scene.audit().number(TAKEOVERS) >= takeovers + 2, "each is on record");
    }
  }

  @Test
  void each_link_cut_in_turn_under_load_from_both_partners() {
    try (var links = Links.ofOwnNetwork();
        var two = scene.twoOfEach(links)) {
      two.secondLeads();
      var load = new Everybody(two);
      for (var link : Link.values()) {
        windows.add(Window.ofNext(AFTER_A_CUT));
        two.cut(link);
        load.awaitMore();
        two.awaitGoneRound(link);
        load.awaitMore();
        two.heal(link);
        two.awaitAllReady();
      }
      load.end();
    }
  }

  /** Both partners submit, one reads, and somebody without a token is refused, all the time. */
  private final class Everybody {
    private final TwoOfEach two;
    private final Feed korea;
    private final Feed eu;
    private final Load warnings;
    private final Load replies;
    private final Asking reads;
    private final Asking strangers;

    Everybody(TwoOfEach two) {
      this.two = two;
      korea = two.feed(Member.KOREA);
      eu = two.feed(Member.EU);
      warnings = korea.load(LANES, failures::note);
      replies = eu.load(LANES, failures::note);
      reads = Asking.begin(() -> failures.watch(() -> eu.door().get(EVERYTHING)));
      strangers = Asking.begin(() -> failures.watch(() -> eu.door().withoutToken().discovery()));
    }

    void awaitMore() {
      warnings.awaitMore(LANES);
      replies.awaitMore(LANES);
      reads.awaitMore(2);
      strangers.awaitMore(2);
    }

    /** All of it ends, and is accounted for. */
    void end() {
      var sentByKorea = warnings.end();
      var sentByEu = replies.end();
      var read = reads.end();
      var refused = strangers.end();
      failures.assertOnlyIn(windows);
      assertReleasedOnRecord(read);
      assertRefusedOnRecord(refused);
      new Kept(scene, korea, eu).allOfLoad(sentByKorea);
      new Kept(scene, eu, korea).allOfLoad(sentByEu);
      assertOneOutcomeEach(sentByKorea);
      for (var gateway : two.gateways()) {
        assertEquals(200, eu.door().at(gateway.url()).get(EVERYTHING).status(), gateway.url());
      }
    }
  }

  private void assertOneOutcomeEach(List<Sent> sent) {
    var ids =
        scene
            .indicators()
            .text(SUBMISSIONS)
            .orElseThrow()
            .lines()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    var outcomes =
        Stream.of(scene.audit().text(OUTCOMES).orElseThrow().split(" "))
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    for (var each : sent) {
      var id = ids.getOrDefault(each.submission().jti().toString(), "not stored");
      assertEquals(1, outcomes.getOrDefault(id, 0L), id);
    }
  }

  private void assertReleasedOnRecord(List<Answer> reads) {
    var released = reads.stream().filter(answer -> answer.status() == 200).toList();
    assertFalse(released.isEmpty());
    released.forEach(answer -> assertTrue(scene.isRecorded(answer), answer.toString()));
    assertOnly(200, reads);
  }

  private void assertRefusedOnRecord(List<Answer> strangers) {
    var told = strangers.stream().filter(answer -> answer.status() == 401).toList();
    assertFalse(told.isEmpty());
    var recorded = scene.audit().text(REFUSED).orElse("");
    told.forEach(answer -> assertTrue(recorded.contains(answer.request()), answer.toString()));
    assertOnly(401, strangers);
  }

  /** Or that it cannot be said now. */
  private static void assertOnly(int status, List<Answer> answers) {
    answers.forEach(
        answer -> assertTrue(Set.of(status, 503).contains(answer.status()), answer.toString()));
  }
}
