package org.entente.bench;

import java.nio.file.Path;
import java.util.List;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Ports;
import org.entente.local.exchange.Tuning;
import org.entente.local.process.Progress;

/** Starts an exchange, loads it from this machine, prints the table, stops everything. */
public final class Bench {

  private Bench() {}

  /** {@code --quick} measures a fifth as much. */
  public static void main(String[] arguments) {
    int scale = List.of(arguments).contains("--quick") ? 1 : 5;
    Path repository = Path.of("");
    var settings =
        ExchangeSettings.of(repository, repository.resolve("deploy/bench/target/run"), Ports.free())
            .with(Tuning.THROUGHPUT);
    Progress progress =
        (what, work) -> {
          System.out.println("  … " + what);
          work.run();
        };
    try (Exchange exchange = Exchange.prepare(settings, progress)) {
      exchange.start(progress);
      new Program(exchange, scale, System.out).run();
    }
  }
}
