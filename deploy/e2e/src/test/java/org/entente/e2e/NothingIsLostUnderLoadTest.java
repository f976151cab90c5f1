package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.e2e.scene.Answer;
import org.entente.e2e.scene.Asking;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Kept;
import org.entente.e2e.scene.Load.Sent;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Signed;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P2, P3, P4 and P9 while everybody is at it: the log's parts fail, and nobody can tell after. */
@ExtendWith(OneExchange.class)
class NothingIsLostUnderLoadTest {

  private static final int PARTNERS_AT_ONCE = 4;

  /** Bytes between two cuts of a connection to the log, and where the last one is. */
  private static final int CUT = 211;

  private static final int LAST_CUT = 5_000;
  private static final String EVERYTHING =
      "collections/" + Direction.KOREA_TO_EU.id() + "/objects/?limit=100";
  private static final String OUTCOMES =
      "SELECT count(*) FROM entry WHERE operation = 'taxii.addObjects.outcome'"
          + " AND convert_from(body, 'UTF8') LIKE ?";
  private static final String REFUSED =
      "SELECT string_agg(convert_from(body, 'UTF8')::json->'metadata'->>'correlation_uid', ' ')"
          + " FROM entry WHERE outcome = 'denied'";

  private final Scene scene;
  private final Feed korea;
  private final Feed eu;
  private final Kept kept;

  NothingIsLostUnderLoadTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    eu = scene.eu();
    kept = new Kept(scene, korea, eu);
  }

  @Test
  void postgresql_stopped_at_once_amid_submissions_reads_and_refusals() {
    var load = korea.load(PARTNERS_AT_ONCE);
    var reads = Asking.begin(() -> eu.door().get(EVERYTHING));
    var strangers = Asking.begin(() -> eu.door().withoutToken().discovery());

    for (var time = 0; time < 2; time++) {
      load.awaitMore(PARTNERS_AT_ONCE);
      reads.awaitMore(1);
      strangers.awaitMore(1);
      scene.exchange().postgres().stopImmediately();
      scene.exchange().postgres().start();
    }
    load.awaitMore(PARTNERS_AT_ONCE);
    var acknowledged = load.end();

    assertReleasedOnRecord(reads.end());
    assertRefusedOnRecord(strangers.end());
    kept.all(acknowledged);
  }

  @Test
  void the_connection_to_the_log_cut_after_any_byte_it_says() {
    var warnings = new ArrayList<Signed>();
    for (var bytes = 0; bytes <= LAST_CUT; bytes += CUT) {
      scene.relay().cutAfter(bytes);
      warnings.add(korea.sign(Stix.warning(Member.KOREA, 1)));
      korea.begin(warnings.getLast()).join();
    }
    scene.relay().mend();

    kept.all(warnings.stream().map(w -> new Sent(w, korea.submitUntilAnswered(w))).toList());
    for (var warning : warnings) {
      var id = scene.indicators().idOf(warning).orElseThrow();
      assertEquals(1, scene.audit().number(OUTCOMES, "%\"submission\":\"" + id + "\"%"), id);
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

  /** Or nothing at all was said. */
  private static void assertOnly(int status, List<Answer> answers) {
    answers.forEach(
        answer -> assertTrue(Set.of(status, 503).contains(answer.status()), answer.toString()));
  }
}
