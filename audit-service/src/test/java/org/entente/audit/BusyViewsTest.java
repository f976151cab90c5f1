package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.entente.audit.access.HeavyViews;
import org.junit.jupiter.api.Test;

/** While as much is looked for as may be, one more is refused, on record; appending goes on. */
@QuarkusTest
class BusyViewsTest extends ServiceTest {

  @Inject HeavyViews views;

  @Test
  void one_more_search_is_refused_on_record_and_appending_goes_on() throws Exception {
    var refusals = "operation = 'log.search' AND code = 'VIEWS_BUSY'";
    var before = recorded(refusals);
    var begun = new CountDownLatch(HeavyViews.AT_ONCE);
    var end = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < HeavyViews.AT_ONCE; i++) {
        threads.execute(() -> views.within("log.search", () -> held(begun, end)));
      }
      try {
        begun.await();
        auditor()
            .get("/v1/search")
            .then()
            .statusCode(503)
            .header("Retry-After", "1")
            .body("code", equalTo("VIEWS_BUSY"));
        appended(SampleRecord.fresh());
      } finally {
        end.countDown();
      }
    }
    assertEquals(before + 1, recorded(refusals));
    auditor().get("/v1/search").then().statusCode(200);
  }

  private static boolean held(CountDownLatch begun, CountDownLatch end) {
    try {
      begun.countDown();
      end.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
