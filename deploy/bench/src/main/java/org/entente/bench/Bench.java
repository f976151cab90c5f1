package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Ports;
import org.entente.local.exchange.Tuning;
import org.entente.local.process.CannotStart;
import org.entente.local.process.Progress;
import org.entente.pki.Pki;

/** Starts an exchange, loads it from this machine, prints the table, stops everything. */
public final class Bench {

  private static final int GIVEN_UP = 1;
  private static final int CANNOT_START = 3;
  private static final Progress PROGRESS =
      (what, work) -> {
        System.out.println("  … " + what);
        work.run();
      };

  private Bench() {}

  /**
   * {@code --quick} measures less, {@code --large} at a million objects, {@code --log} only the
   * searches, at ten million entries. Exit codes: 1, an operation failed or the run took too long;
   * 3, this machine lacks something.
   */
  public static void main(String[] arguments) {
    Plan plan = Plan.of(List.of(arguments));
    try {
      measure(plan);
    } catch (CannotStart e) {
      System.err.println(e.sentence());
      System.exit(CANNOT_START);
    }
  }

  private static void measure(Plan plan) {
    Surroundings surroundings = Surroundings.now();
    Path repository = Path.of("");
    Path folder = repository.resolve("deploy/bench/target/run");
    var settings =
        ExchangeSettings.of(repository, folder, Ports.free())
            .with(Tuning.THROUGHPUT)
            .with(Ample.terms())
            .configured(Pki.GATEWAY, Ample.limits())
            .configured(Pki.AUDIT_SERVICE, Ample.auditors());
    Exchange exchange = Exchange.prepare(settings, PROGRESS);
    try (exchange) {
      requireRoom(folder, plan);
      endAfter(plan.longest());
      exchange.start(PROGRESS);
      System.out.printf("%n%s%n%n", surroundings.text(exchange.postgres()));
      Program program = new Program(exchange, plan, System.out);
      if (plan.ofLog()) {
        program.runLog();
      } else {
        program.run();
      }
    } finally {
      deleteAll(folder.resolve("postgresql/data"));
    }
  }

  private static void requireRoom(Path folder, Plan plan) {
    long free = folder.toFile().getUsableSpace();
    if (free < plan.space()) {
      throw new CannotStart(
          "This takes up to %d GB of disk, and %d are free."
              .formatted(plan.space() >> 30, free >> 30));
    }
  }

  /** The databases; the logs stay for a look at them. */
  private static void deleteAll(Path data) {
    if (Files.notExists(data)) {
      return;
    }
    try (var paths = Files.walk(data)) {
      paths
          .sorted(Comparator.reverseOrder())
          .map(Path::toFile)
          .forEach(file -> {
            if (!file.delete()) {
              System.err.println(file + " cannot be deleted.");
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever hangs: the launcher's watcher ends what is left running. */
  private static void endAfter(Duration longest) {
    Thread.ofPlatform()
        .daemon()
        .name("deadline")
        .start(() -> {
          try {
            Thread.sleep(longest);
          } catch (InterruptedException e) {
            return; // Nobody does that; then there is no deadline.
          }
          System.err.println("Given up after " + longest.toMinutes() + " minutes.");
          Runtime.getRuntime().halt(GIVEN_UP);
        });
  }
}
