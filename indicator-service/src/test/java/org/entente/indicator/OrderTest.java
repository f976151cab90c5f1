package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.entente.indicator.exchange.InMemoryAuditService.Mood;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.taxii.TaxiiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A poller that goes by time alone misses nothing, however many write at once.
@QuarkusTest
class OrderTest extends ServiceTest {
  private static final int WRITERS = 8;
  private static final int SUBMISSIONS = 6;

  @Test
  @Timeout(60)
  void dates_rise_in_commit_order_so_that_a_poller_misses_nothing() throws Exception {
    String start = newest();
    AtomicBoolean written = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<String>> polled = threads.submit(() -> poll(start, written));
      List<Callable<List<String>>> writers =
          IntStream.range(0, WRITERS).<Callable<List<String>>>mapToObj(_ -> this::write).toList();

      Set<String> expected = new HashSet<>();
      for (Future<List<String>> ids : threads.invokeAll(writers)) {
        expected.addAll(ids.get());
      }
      written.set(true);

      assertEquals(expected.size(), polled.get().size());
      assertEquals(expected, new HashSet<>(polled.get()));
    }
  }

  @Test
  void writers_share_the_logs_commits() throws Exception {
    int before = log().appends();
    log().be(Mood.STEADY);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<String>>> writers =
          IntStream.range(0, WRITERS).<Callable<List<String>>>mapToObj(_ -> this::write).toList();
      for (Future<List<String>> ids : threads.invokeAll(writers)) {
        assertEquals(2 * SUBMISSIONS, ids.get().size());
      }
    }

    // Two records each, appended alone, would be twice as many.
    assertTrue(log().appends() - before < 2 * WRITERS * SUBMISSIONS);
  }

  private List<String> write() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < SUBMISSIONS; i++) {
      List<String> two = List.of(Stix.id("indicator"), Stix.id("indicator"));
      gateway()
          .submit("kr", KR_TO_EU, Stix.envelope(two.stream().map(Stix::indicator).toList()))
          .then()
          .statusCode(202)
          .body("success_count", equalTo(2));
      ids.addAll(two);
    }
    return ids;
  }

  /// Reads by added_after until everything is written and nothing more comes.
  private List<String> poll(String start, AtomicBoolean written) {
    List<String> seen = new ArrayList<>();
    String after = start;
    while (true) {
      boolean last = written.get();
      Response page = gateway().objects("eu", KR_TO_EU, Map.of("added_after", after, "limit", 5));
      List<String> ids = page.path("objects.id");
      if (ids == null && last) {
        return seen;
      }
      if (ids != null) {
        seen.addAll(ids);
        String next = page.header("X-TAXII-Date-Added-Last");
        assertTrue(micros(next) > micros(after));
        after = next;
      }
    }
  }

  private String newest() {
    String id = Stix.id("indicator");
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(id)));
    return gateway().object("eu", KR_TO_EU, id).header("X-TAXII-Date-Added-Last");
  }

  private static long micros(String time) {
    return TaxiiTime.parse(time).orElseThrow();
  }
}
