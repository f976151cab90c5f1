package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementRoundsTest {

  @TempDir Path folder;

  /** Fails the first times that it is told to take something, always for the same reason. */
  private static final class Holder implements AgreementHolder {

    private static final int TIMES = 3;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final AgreementRounds rounds;
    private int failed;

    Holder(AgreementRounds rounds) {
      this.rounds = rounds;
    }

    @Override
    public void take(Agreement agreement) {
      if (failed < TIMES) {
        failed++;
        throw new IllegalStateException("not now");
      }
      told.add("take " + agreement.title());
    }

    @Override
    public void refuse(AgreementRejected rejected) {
      told.add("refuse " + rejected.faults().getFirst().problem() + standing());
    }

    @Override
    public void recover() {
      told.add("recover" + standing());
    }

    @Override
    public void fail(RuntimeException fault) {
      told.add("fail " + fault.getMessage() + standing());
    }

    private String standing() {
      var now = rounds.standing();
      return ", "
          + now.changes()
          + (now.digest().equals(rounds.first().digest()) ? " as at first" : " another")
          + now.trouble().map(trouble -> ", " + trouble).orElse("");
    }

    String next() throws InterruptedException {
      return told(told.poll(10, TimeUnit.SECONDS));
    }

    private static String told(@Nullable String told) {
      Assertions.assertNotNull(told, "nothing was told");
      return told;
    }
  }

  @Test
  void what_changes_is_told_and_what_failed_is_told_once_and_tried_again() throws Exception {
    // Given
    var example = new Example(folder);
    try (var rounds = new AgreementRounds(example.file())) {
      var holder = new Holder(rounds);
      rounds.begin(Duration.ofMillis(20), holder);

      // When
      example.write(Example.text().replace("title: Entente exchange", "title: Another"));

      // Then
      assertEquals(
          "fail not now, 0 as at first, not taken, tried again at each look:"
              + " java.lang.IllegalStateException: not now",
          holder.next());
      assertEquals("take Another", holder.next());
      example.write("version: 2");
      assertEquals(
          "refuse must be 1, 1 another, " + example.path() + ":1:1 /version: must be 1",
          holder.next().lines().findFirst().orElseThrow());
      example.write(Example.text().replace("title: Entente exchange", "title: Another"));
      assertEquals("recover, 1 another", holder.next());
    }
  }

  @Test
  void what_cannot_be_used_at_first_begins_nothing() {
    // Given
    var file = new AgreementFile(folder.resolve("nowhere.yaml"));

    // When
    var rejected = assertThrows(AgreementRejected.class, () -> new AgreementRounds(file));

    // Then
    assertEquals("there is no such file", rejected.faults().getFirst().problem());
  }
}
