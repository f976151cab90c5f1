package org.entente.indicator.withholding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.exchange.Exchange;
import org.junit.jupiter.api.Test;

/// P6: for random objects, markings, manifests, later acts and readers, every path out tells a
/// reader what it would tell had the withheld objects never been submitted.
@QuarkusTest
class NothingWithheldShowsTest extends ServiceTest {
  private static final List<String> READERS =
      List.of(
          "jp/npa",
          "jp/bank",
          "jp/jpcert",
          "jp/npa/liaison",
          "jp/jpcert/analyst",
          "jp/npa/analyst");
  private static final int HISTORIES = 5;

  private int mixed;

  @Test
  void a_reader_is_told_the_same_as_if_the_withheld_had_never_been_submitted() {
    long seed = System.nanoTime();
    try (Asker asker = new Asker(gateway())) {
      for (int i = 0; i < HISTORIES; i++) {
        compare(seed + i, asker);
      }
    }
    assertTrue(mixed > 0, "some submissions withhold one object and release several");
  }

  private void compare(long seed, Asker asker) {
    Random random = new Random(seed);
    List<Step> history = Step.random(random);
    String reader = READERS.get(random.nextInt(READERS.size()));
    String name = Long.toHexString(seed);
    Side with = Side.begin(asker, Exchange.CA_TO_JP_ONE, "with-" + name, reader);
    Side without = Side.begin(asker, Exchange.CA_TO_JP_TWO, "less-" + name, reader);

    Set<String> seen = with.play(history);
    without.playOnly(seen, history);
    count(history, seen);

    List<String> told = new Telling(with).tell();
    List<String> expected = new Telling(without).tell();
    for (int i = 0; i < Math.min(told.size(), expected.size()); i++) {
      assertEquals(expected.get(i), told.get(i), () -> "seed " + seed + " for " + reader);
    }
    assertEquals(expected.size(), told.size(), () -> "seed " + seed + " for " + reader);
  }

  private void count(List<Step> history, Set<String> seen) {
    for (Step step : history) {
      if (step instanceof Step.Submit submit) {
        long here = submit.things().stream().filter(t -> seen.contains(Side.key(t))).count();
        mixed += here > 1 && here < submit.things().size() ? 1 : 0;
      }
    }
  }
}
