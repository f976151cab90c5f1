package org.entente.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Extras;
import org.entente.local.exchange.Ports;
import org.entente.local.process.CannotStart;
import org.entente.local.process.Progress;

/**
 * Makes each service's cache (JEP 483, 514 and 515): what its virtual machine loaded, linked and
 * counted in a run of the whole exchange. Keys and databases of that run are thrown away; a cache
 * holds classes of the service, its libraries and the JDK, and no object of the application.
 */
public final class Training {

  private static final int CANNOT_START = 3;
  private static final Progress PROGRESS =
      (what, work) -> {
        System.out.println("  … " + what);
        work.run();
      };

  private Training() {}

  /** Argument: root of the working copy. Exit code 3: this machine lacks something. */
  public static void main(String[] arguments) {
    var repository = Path.of(arguments[0]).toAbsolutePath().normalize();
    var services = Staged.SERVICES.stream().map(name -> Staged.in(repository, name)).toList();
    try {
      observe(repository, services);
    } catch (CannotStart e) {
      System.err.println(e.sentence());
      System.exit(CANNOT_START);
    }
    for (var service : services) {
      PROGRESS.step("the cache of the " + service.name(), () -> assemble(service));
    }
  }

  private static void observe(Path repository, List<Staged> services) {
    var folder = repository.resolve("deploy/images/target/training");
    var settings = ExchangeSettings.of(repository, folder, Ports.free());
    for (var service : services) {
      settings = settings.with(service.name(), Extras.program(service.command(recording(service))));
    }
    try (var exchange = Exchange.prepare(settings, PROGRESS)) {
      exchange.start(PROGRESS);
      var sample = repository.resolve("deploy/local/samples/bybit-2025.json");
      PROGRESS.step("a warning, a refusal and an audit", () -> new Story(exchange).play(sample));
    }
  }

  private static List<String> recording(Staged service) {
    return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + seen(service));
  }

  private static void assemble(Staged service) {
    // The heap objects of a cache are written by G1 only, whoever reads them.
    var flags =
        List.of(
            "-XX:+UseG1GC",
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + seen(service),
            "-XX:AOTCache=" + service.cache());
    var log = service.folder().resolve("assembly.log");
    try {
      var assembly = new ProcessBuilder(service.command(flags)).redirectErrorStream(true);
      var exit = assembly.redirectOutput(log.toFile()).start().waitFor();
      if (exit != 0 || Files.notExists(service.cache())) {
        throw new IllegalStateException("no cache of the " + service.name() + ", see " + log);
      }
      Files.delete(seen(service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path seen(Staged service) {
    return service.cache().resolveSibling("seen.aotconf");
  }
}
