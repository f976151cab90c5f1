package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  /** Fails when it is told to take something for the first time. */
  private static final class Holder implements AgreementHolder {

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private boolean failed;

    @Override
    public void take(Agreement agreement) {
      if (!failed) {
        failed = true;
        throw new IllegalStateException("not now");
      }
      told.add("take " + agreement.title());
    }

    @Override
    public void refuse(AgreementRejected rejected) {
      told.add("refuse " + rejected.faults().getFirst().problem());
    }

    @Override
    public void recover() {
      told.add("recover");
    }

    @Override
    public void fail(RuntimeException fault) {
      told.add("fail " + fault.getMessage());
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
  void what_changes_is_told_and_what_failed_is_tried_again() throws Exception {
    // Given
    var example = new Example(folder);
    var holder = new Holder();
    var watch = new AgreementWatch(example.file(), example.file().read());
    try (var _ = AgreementRounds.start(watch, Duration.ofMillis(20), holder)) {
      // When
      example.write(Example.text().replace("title: Entente exchange", "title: Another"));

      // Then
      assertEquals("fail not now", holder.next());
      assertEquals("take Another", holder.next());
      example.write("version: 2");
      assertEquals("refuse must be 1", holder.next());
      example.write(Example.text().replace("title: Entente exchange", "title: Another"));
      assertEquals("recover", holder.next());
    }
  }
}
