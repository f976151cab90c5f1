package org.entente.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Ports;
import org.entente.local.exchange.Tuning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and stays until told to end. */
@Command(
    name = "up",
    description = "Starts the exchange and stays until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Option(names = "--repository", hidden = true)
  Path repository = Path.of("");

  @Option(names = "--folder", description = "For all it writes; emptied at each start.")
  Path folder = Path.of("deploy/local/target/run");

  @Option(
      names = "--port",
      description = "First of five ports, default ${DEFAULT-VALUE}; 0: any nine free ones.")
  int port = 8443;

  @Option(
      names = "--management-port",
      description = "First of four ports for health, default ${DEFAULT-VALUE}.")
  int managementPort = 9443;

  @Option(names = "--tuning", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Tuning tuning = Tuning.QUICK_START;

  @Option(
      names = "--until-stdin-closes",
      description = "Also ends when the standard input does; for scripts.")
  boolean untilStdinCloses;

  @Override
  public Integer call() throws IOException {
    try (var ending = Ending.of(Thread.currentThread())) {
      if (untilStdinCloses) {
        ending.alsoWhenCloses(System.in);
      }
      try {
        run(ending);
      } catch (RuntimeException e) {
        if (!ending.wasTold()) {
          throw e;
        }
      }
    }
    return 0;
  }

  private void run(Ending ending) throws IOException {
    var ports = port == 0 ? Ports.free() : Ports.startingAt(port, managementPort);
    var settings = ExchangeSettings.of(repository, folder, ports).with(tuning);
    var progress = new ConsoleProgress(System.out);
    var exchange = Exchange.prepare(settings, progress);
    try {
      exchange.start(progress);
      if (!untilStdinCloses) {
        System.out.print(new Welcome(exchange).text());
      }
      Files.createFile(ready(exchange));
      ending.await();
    } finally {
      ending.putAway();
      Files.deleteIfExists(ready(exchange));
      System.out.println("Stopping everything …");
      exchange.close();
      System.out.println("Stopped. Logs and data stay in " + exchange.folder() + ".");
    }
  }

  /** There while the exchange is up, for scripts that wait. */
  private static Path ready(Exchange exchange) {
    return exchange.folder().resolve("ready");
  }
}
