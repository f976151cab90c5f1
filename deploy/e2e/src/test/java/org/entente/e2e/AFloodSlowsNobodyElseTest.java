package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.e2e.scene.Door;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Flood;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One partner floods the door, with requests that are right and others that are not: it is told to
 * wait, the other partner hardly notices, and the log has every refusal in few records (P3).
 */
@ExtendWith(OneExchange.class)
class AFloodSlowsNobodyElseTest {

  private static final int CONNECTIONS = 64;
  private static final int READS = 100;
  private static final int WARMING_UP = 50;
  private static final int FACTOR = 10;

  /** Everything shares two cores here, the flood itself too. */
  private static final Duration ANYHOW = Duration.ofSeconds(2);

  private static final String PAGE_OF_THE_EU = page(Direction.KOREA_TO_EU);
  private static final String PAGE_OF_KOREA = page(Direction.EU_TO_KOREA);

  /** Of Korea, since then, with this code: j is the record. */
  private static final String OF_KOREA =
      " FROM entry CROSS JOIN LATERAL (SELECT convert_from(body, 'UTF8')::json AS j) record"
          + " WHERE outcome = 'denied' AND j #>> '{actor,user,org,uid}' = 'kr'"
          + " AND coalesce(j ->> 'start_time', j ->> 'time')::bigint >= ?"
          + " AND j ->> 'status_detail' = ?";

  private static final String RECORDS = "SELECT count(*)" + OF_KOREA;
  private static final String COUNTED =
      "SELECT coalesce(sum((j ->> 'count')::bigint), 0)" + OF_KOREA;
  private static final String OPEN =
      "SELECT count(*) FILTER (WHERE j ->> 'count' IS NULL)"
          + " - count(*) FILTER (WHERE j ->> 'count' IS NOT NULL)"
          + OF_KOREA;

  private final Scene scene;
  private final Feed korea;
  private final Feed eu;

  AFloodSlowsNobodyElseTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    eu = scene.eu();
  }

  @Test
  void korea_floods_while_the_eu_reads() {
    korea.submit(Stix.warning(Member.KOREA, 1));
    reads(WARMING_UP);
    var quiet = worstOfAHundred(reads(READS));
    var since = System.currentTimeMillis();

    var flood = flood(korea.door());
    Eventually.is("the first is told to wait", () -> flood.answered(429) > CONNECTIONS);
    var beside = worstOfAHundred(reads(READS));
    flood.end();

    var bound = Math.max(FACTOR * quiet, ANYHOW.toNanos());
    assertTrue(beside <= bound, () -> "quiet " + quiet + " ns, beside a flood " + beside + " ns");
    assertEquals(
        flood.answered(),
        flood.answered(200) + flood.answered(401) + flood.answered(429) + flood.answered(503),
        flood::toString);
    assertEquals(0, flood.withoutRetryAfter());
    assertTrue(flood.answered(401) > 0, flood::toString);
    assertRecorded(flood, since);
    Eventually.is("Korea comes in again", () -> korea.door().get(PAGE_OF_KOREA).status() == 200);
  }

  @Test
  void a_gateway_that_is_asked_to_end_says_first_how_many_it_refused() {
    var since = System.currentTimeMillis();
    var flood = flood(korea.door());
    Eventually.is("the first is told to wait", () -> flood.answered(429) > CONNECTIONS);
    flood.end();

    scene.gateway().stop();

    assertEquals(0, scene.audit().number(OPEN, since, "RATE_LIMITED"));
    assertEquals(flood.answered(429), scene.audit().number(COUNTED, since, "RATE_LIMITED"));
  }

  private void assertRecorded(Flood flood, long since) {
    var log = scene.audit();
    assertEquals(flood.answered(401), log.number(RECORDS, since, "AUTH_TOKEN_INVALID"));
    assertTrue(log.number(RECORDS, since, "RATE_LIMITED") > 0, "the first is there at once");
    Eventually.is("the counting ends", () -> log.number(OPEN, since, "RATE_LIMITED") == 0);
    assertEquals(flood.answered(429), log.number(COUNTED, since, "RATE_LIMITED"));
    var records = log.number(RECORDS, since, "RATE_LIMITED");
    assertTrue(records * 10 < flood.answered(429), () -> records + " records of " + flood);
  }

  private static Flood flood(Door door) {
    var stranger = door.bearing("not.a.token");
    return Flood.begin(
        CONNECTIONS,
        List.of(() -> door.get(PAGE_OF_KOREA), () -> stranger.get(PAGE_OF_KOREA), door::discovery));
  }

  private static String page(Direction direction) {
    return "collections/" + direction.id() + "/objects/?limit=20";
  }

  /** How long each took, in nanoseconds; every one is answered. */
  private List<Long> reads(int times) {
    return IntStream.range(0, times).mapToObj(_ -> read()).toList();
  }

  private long read() {
    var begun = System.nanoTime();
    assertEquals(200, eu.door().get(PAGE_OF_THE_EU).status());
    return System.nanoTime() - begun;
  }

  /** The 99th percentile. */
  private static long worstOfAHundred(List<Long> times) {
    return times.stream().sorted().skip(times.size() * 99L / 100).findFirst().orElseThrow();
  }
}
