package org.entente.kit.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.entente.kit.file.Disk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Threads of one client that ask together wait for the disk together, and never share a number. */
@Timeout(60)
class SharedTurnTest {

  private static final int TOGETHER = 4;

  @TempDir private static Path keys;
  private static TestJournal journals;

  @TempDir private Path desk;

  @BeforeAll
  static void createKeys() throws IOException {
    journals = TestJournal.create(keys);
  }

  @Test
  void who_asks_while_others_are_written_for_is_written_for_next_all_at_once() throws Exception {
    ask("together", 1, step -> {});
    var writing = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    RequestJournal journal =
        open(
            "together",
            step -> {
              steps.add(step);
              writing.countDown();
              awaiting(goOn);
            });
    Asking first = Asking.of(journal, 0);
    awaiting(writing);
    List<Asking> others =
        IntStream.rangeClosed(1, TOGETHER).mapToObj(i -> Asking.of(journal, i)).toList();
    others.forEach(Asking::untilItWaits);

    goOn.countDown();

    assertEquals(Set.of(2L), used(List.of(first)));
    assertEquals(Set.of(3L, 4L, 5L, 6L), used(others));
    assertEquals(2, steps.stream().filter(step -> step.startsWith("after forcing")).count());
    assertEquals(2, steps.stream().filter(step -> step.startsWith("after replacing")).count());
    assertSound("together");
  }

  @Test
  void a_line_that_cannot_be_made_fails_for_who_asked_for_it_alone() throws Exception {
    ask("drawn", 1, step -> {});
    var writing = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Disk disk =
        new Disk(step -> {
          writing.countDown();
          awaiting(goOn);
        });
    var files = new JournalFolder(disk, desk.resolve("drawn"), "kr-feed");
    RequestJournal sound = journals.open(files, "kr-feed", journals.key());
    RequestJournal broken = journals.open(files, "kr-feed", journals.drawnOut(Died::new));
    Asking first = Asking.of(sound, 0);
    awaiting(writing);
    List<Asking> inTurn = new ArrayList<>();
    for (RequestJournal journal : List.of(sound, broken, sound)) {
      inTurn.add(Asking.of(journal, inTurn.size() + 1));
      inTurn.getLast().untilItWaits(); // for the lock, which is fair: the next leader is sound
    }

    goOn.countDown();

    assertEquals(Set.of(2L), used(List.of(first)));
    assertEquals(Set.of(3L, 4L), used(inTurn));
    assertEquals(List.of(), inTurn.get(1).given());
    assertThrows(Died.class, () -> broken.ask(Asking.asked(5)));
    assertEquals(Set.of(5L), used(List.of(Asking.of(sound, 6))));
    assertSound("drawn");
  }

  @Test
  void no_number_is_used_twice_whenever_a_run_that_gives_many_dies() throws Exception {
    boolean died = true;
    for (int at = 0; died; at++) {
      String folder = "died" + at;
      var left = new AtomicInteger(at);
      Set<Long> used = new HashSet<>(ask(folder, 1, step -> {}));
      used.addAll(ask(folder, TOGETHER, step -> dieFrom(left)));
      died = left.get() < 0;

      Set<Long> afterwards = ask(folder, TOGETHER, step -> {});

      assertEquals(TOGETHER, afterwards.size());
      assertTrue(Collections.disjoint(used, afterwards), used + " and again " + afterwards);
      assertTrue(Collections.max(afterwards) <= 1 + 2 * TOGETHER, afterwards::toString);
      assertSound(folder);
    }
  }

  @Test
  void whatever_a_loss_of_power_left_of_lines_written_together_is_taken_up_or_away()
      throws Exception {
    ask("whole", 1, step -> {});
    Path whole = desk.resolve("whole");
    byte[] counter = Files.readAllBytes(whole.resolve("counter.json"));
    int before = (int) Files.size(JournalFolder.file(whole));
    ask("whole", TOGETHER, step -> {});
    byte[] lines = Files.readAllBytes(JournalFolder.file(whole));

    for (int length = before; length <= lines.length; length++) {
      if (length % 211 == 0 || lines[length - 1] == '\n' || lines[length - 2] == '\n') {
        String name = "left" + length;
        Path folder = Files.createDirectory(desk.resolve(name));
        Files.write(JournalFolder.file(folder), Arrays.copyOf(lines, length));
        Files.write(folder.resolve("counter.json"), counter);
        int taken = (int) Files.readString(JournalFolder.file(folder)).lines().count();

        long next = ask(name, 1, step -> {}).iterator().next();

        assertTrue(next == taken || next == taken - 1, next + " behind " + taken + " lines");
        assertSound(name);
      }
    }
  }

  private RequestJournal open(String folder, Consumer<String> witness) {
    return journals.open(desk.resolve(folder), "kr-feed", witness);
  }

  /** The numbers that as many threads of one run were given; fewer when it dies. */
  private Set<Long> ask(String folder, int threads, Consumer<String> witness) throws Exception {
    RequestJournal journal = open(folder, witness);
    return used(IntStream.range(0, threads).mapToObj(i -> Asking.of(journal, i)).toList());
  }

  private static Set<Long> used(List<Asking> all) throws InterruptedException {
    Set<Long> numbers = new HashSet<>();
    for (Asking asking : all) {
      asking.thread().join();
      asking.given().forEach(number -> assertTrue(numbers.add(number), "twice: " + number));
    }
    return numbers;
  }

  private void assertSound(String folder) {
    var read = JournalReading.of(desk.resolve(folder), journals.verifier());
    assertEquals(List.of(), read.findings(), folder);
  }

  private static void dieFrom(AtomicInteger left) {
    if (left.getAndDecrement() <= 0) {
      throw new Died();
    }
  }

  private static void awaiting(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Died extends RuntimeException {}

  /** A thread that asks once, and what it was given unless its run died. */
  private record Asking(Thread thread, List<Long> given) {

    static Asking of(RequestJournal journal, int request) {
      List<Long> given = Collections.synchronizedList(new ArrayList<>());
      Runnable work =
          () -> {
            try {
              given.add(journal.ask(asked(request)).number());
            } catch (Died e) {
              // Nobody was given anything.
            }
          };
      return new Asking(Thread.ofPlatform().start(work), given);
    }

    static Asked asked(int request) {
      return new Asked("GET", "https://gw.example/" + request, Optional.empty(), Optional.empty());
    }

    void untilItWaits() {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
  }
}
