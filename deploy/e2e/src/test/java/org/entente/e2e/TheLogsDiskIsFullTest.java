package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.e2e.scene.Answer;
import org.entente.e2e.scene.Asking;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Kept;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Signed;
import org.entente.e2e.scene.SmallDisk;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * P2 and P4: without room for the log nothing is released, and with room again nothing was lost.
 */
@ExtendWith(OneExchange.class)
class TheLogsDiskIsFullTest {

  private static final int PARTNERS_AT_ONCE = 4;
  private static final int TIMES = 5;
  private static final String NO_AUDIT = "503 AUDIT_UNAVAILABLE";
  private static final String EVERYTHING =
      "collections/" + Direction.KOREA_TO_EU.id() + "/objects/?limit=100";

  private final Scene scene;
  private final Feed korea;
  private final Feed eu;

  TheLogsDiskIsFullTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    eu = scene.eu();
  }

  @Test
  void under_load_nothing_is_released_and_with_room_again_all_goes_on(@TempDir Path folder) {
    try (var disk = SmallDisk.underTheLog(scene, folder)) {
      var load = korea.load(PARTNERS_AT_ONCE);
      var reads = Asking.begin(() -> eu.door().get(EVERYTHING));
      load.awaitMore(PARTNERS_AT_ONCE);
      reads.awaitMore(1);

      disk.fill();
      var refused = new ArrayList<Signed>();
      for (var time = 0; time < TIMES; time++) {
        refused.add(untilRefused());
        Eventually.is("no answer", () -> isRefused(eu.door().get(EVERYTHING)));
        Eventually.is("no refusal", () -> isRefused(eu.door().withoutToken().discovery()));
      }
      refused.forEach(this::assertNotReleased);

      disk.free();
      load.awaitMore(PARTNERS_AT_ONCE);

      new Kept(scene, korea, eu).allOfLoad(load.end());
      refused.forEach(korea::submitUntilAnswered);
      assertReleasedOnRecord(reads.end());
    }
  }

  /** A page that is not full yet may have room for one record more. */
  private Signed untilRefused() {
    return Eventually.get(
        "a submission that is refused",
        () -> {
          var warning = korea.sign(Stix.warning(Member.KOREA, 1));
          return Optional.of(warning).filter(w -> isRefused(korea.door().post(w)));
        });
  }

  private static boolean isRefused(Answer answer) {
    return answer.status() == 503 && answer.refusal().equals(NO_AUDIT);
  }

  private void assertNotReleased(Signed warning) {
    assertEquals(Optional.of("received"), scene.indicators().stateOf(warning));
  }

  private void assertReleasedOnRecord(List<Answer> reads) {
    var released = reads.stream().filter(answer -> answer.status() == 200).toList();
    assertFalse(released.isEmpty());
    released.forEach(answer -> assertTrue(scene.isRecorded(answer), answer.toString()));
    reads.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(answer -> assertEquals(NO_AUDIT, answer.refusal()));
  }
}
