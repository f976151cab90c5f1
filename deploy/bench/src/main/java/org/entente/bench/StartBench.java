package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.images.Staged;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Extras;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Ports;
import org.entente.local.exchange.Service;
import org.entente.local.process.CannotStart;
import org.entente.local.process.Progress;
import org.entente.pki.Pki;

/**
 * Starts each service five times with the AOT cache of its image and five times without, in turn,
 * as its image would but without a container, in an exchange that is up.
 */
public final class StartBench {

  private static final int CANNOT_START = 3;
  private static final int ROUNDS = 5;
  private static final int REQUESTS = 1000;
  private static final int CLIENTS = 8;
  private static final int OBJECTS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What a virtual machine chooses in a container with the manifests' limits. */
  private static final List<String> AS_IN_A_POD = List.of("-Xmx256m", "-XX:+UseSerialGC");

  private final Exchange exchange;
  private final Map<String, List<StartUp>> starts = new TreeMap<>();

  private StartBench(Exchange exchange) {
    this.exchange = exchange;
  }

  /** No arguments. Exit code 3: this machine lacks something. */
  public static void main(String[] arguments) {
    try {
      measure();
    } catch (CannotStart e) {
      System.err.println(e.sentence());
      System.exit(CANNOT_START);
    }
  }

  private static void measure() {
    var surroundings = Surroundings.now();
    var repository = Path.of("").toAbsolutePath();
    var folder = repository.resolve("deploy/bench/target/start");
    var settings = ExchangeSettings.of(repository, folder, Ports.free());
    for (var name : Staged.SERVICES) {
      var program = program(Staged.in(repository, name), options(folder, name));
      settings = settings.with(name, Extras.program(program));
    }
    settings = settings.configured(Pki.GATEWAY, Ample.limits());
    try (var exchange = Exchange.prepare(settings, Progress.SILENT)) {
      Staged.SERVICES.forEach(name -> choose(folder, name, Cache.WITHOUT));
      exchange.start(Progress.SILENT);
      System.out.printf("%n%s%n%n", surroundings.text(exchange.postgres()));
      new StartBench(exchange).run();
    }
  }

  /** With the cache of its image, or not. */
  private enum Cache {
    WITHOUT,
    WITH
  }

  private static List<String> program(Staged service, Path options) {
    var flags = new ArrayList<>(AS_IN_A_POD);
    flags.add("@" + options);
    return service.command(flags);
  }

  /** Read by a virtual machine each time it starts. */
  private static Path options(Path folder, String service) {
    return folder.resolve(service + ".options");
  }

  private static void choose(Path folder, String service, Cache cache) {
    var file = Staged.in(Path.of(""), service).cache();
    var options =
        switch (cache) {
          case WITHOUT -> "";
          // A cache that does not fit ends the run.
          case WITH -> "-XX:AOTMode=on\n-XX:AOTCache=" + file + "\n";
        };
    try {
      Files.writeString(options(folder, service), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() {
    var korea = Feed.of(exchange, Member.KOREA, Direction.KOREA_TO_EU);
    korea.send(korea.sign(OBJECTS));
    for (int round = 0; round < ROUNDS; round++) {
      for (var cache : Cache.values()) {
        startAll(cache);
      }
    }
    System.out.println(StartUp.HEAD);
    for (var service : Staged.SERVICES) {
      for (var cache : Cache.values()) {
        var text = cache == Cache.WITH ? "with" : "without";
        System.out.println(
            StartUp.row(service, text, starts.getOrDefault(service + cache, List.of())));
      }
    }
  }

  private void startAll(Cache cache) {
    var times = new ArrayList<Duration>();
    var fresh = new ArrayList<MemoryUse>();
    for (var name : Staged.SERVICES) {
      var service = service(name);
      service.stop();
      choose(exchange.folder(), name, cache);
      long begun = System.nanoTime();
      service.start();
      times.add(Duration.ofNanos(System.nanoTime() - begun));
      fresh.add(MemoryUse.of(service.pid()));
    }
    load();
    for (int i = 0; i < Staged.SERVICES.size(); i++) {
      var name = Staged.SERVICES.get(i);
      var loaded = MemoryUse.of(service(name).pid());
      starts
          .computeIfAbsent(name + cache, _ -> new ArrayList<>())
          .add(new StartUp(times.get(i), fresh.get(i), loaded));
    }
  }

  /** Pages read through all three services, each recorded. */
  private void load() {
    var eu = Feed.of(exchange, Member.EU, Direction.EU_TO_KOREA);
    ClosedLoop.run(
        CLIENTS,
        Limit.of(PATIENCE).atMost(REQUESTS),
        i -> eu.page(Direction.KOREA_TO_EU, "1970-01-01T00:00:00Z", OBJECTS));
  }

  private Service service(String name) {
    return switch (name) {
      case Pki.GATEWAY -> exchange.gateway();
      case Pki.INDICATOR_SERVICE -> exchange.indicatorService();
      default -> exchange.auditService();
    };
  }
}
