package org.entente.local.exchange;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.local.process.CannotStart;
import org.entente.local.process.ChildProcess;
import org.entente.local.process.Command;
import org.entente.local.process.ProcessLedger;
import org.entente.local.process.Readiness;

/**
 * One of the three services as a process of its own, from its packaged jar if nothing else is
 * wanted: to be started, killed, frozen and started again. For one thread at a time.
 */
public final class Service {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ChildProcess process;
  private final Readiness readiness;
  private final Ports.Pair ports;

  Service(String name, ExchangeSettings settings, Ports.Pair ports, ProcessLedger ledger) {
    this(name, command(name, settings, settings.folder().resolve(name)), ports, ledger);
  }

  private Service(String name, Command command, Ports.Pair ports, ProcessLedger ledger) {
    this.ports = ports;
    process = new ChildProcess(name, command, command.folder().resolve(name + ".log"), ledger);
    var health = URI.create("http://127.0.0.1:" + ports.management() + "/q/health/ready");
    readiness = new Readiness(Optional.of(health), ports.main(), PATIENCE);
  }

  /** The same program once more, in a folder of its own. */
  static Service replica(
      String name, String of, ExchangeSettings settings, Ports.Pair ports, ProcessLedger ledger) {
    var command = command(of, settings, settings.folder().resolve(name));
    return new Service(name, command, ports, ledger);
  }

  private static Command command(String name, ExchangeSettings settings, Path folder) {
    var extras = settings.extras(name);
    var arguments = extras.program().isEmpty() ? arguments(name, settings) : extras.program();
    return new Command(arguments, folder, extras.environment());
  }

  private static List<String> arguments(String name, ExchangeSettings settings) {
    var arguments = new ArrayList<String>();
    arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    arguments.addAll(settings.tuning().flags());
    arguments.add("-XX:+ExitOnOutOfMemoryError");
    arguments.add("--enable-native-access=ALL-UNNAMED");
    arguments.addAll(settings.extras(name).flags());
    arguments.add("-jar");
    arguments.add(jar(name, settings.repository()).toString());
    return arguments;
  }

  private static Path jar(String name, Path repository) {
    var jar = repository.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    if (Files.notExists(jar)) {
      throw new CannotStart("The " + name + " is not built: run ./mvnw package -DskipTests first.");
    }
    return jar;
  }

  /** Starts it and returns when it is ready. */
  public void start() {
    launch();
    awaitReady();
  }

  /** Starts it and returns at once. */
  public void launch() {
    process.start();
  }

  public void awaitReady() {
    readiness.await(process);
  }

  /** Asks it to end and waits until it has. */
  public void stop() {
    process.stop();
  }

  /** {@code kill -9}. */
  public void kill() {
    process.kill();
  }

  /** Freezes it: connections stay open, nothing answers. */
  public void suspend() {
    process.suspend();
  }

  public void resume() {
    process.resume();
  }

  /** Kills it, starts it again and returns when it is ready. */
  public void killAndRestart() {
    kill();
    start();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Of the process while it runs. */
  public long pid() {
    return process.pid();
  }

  /** {@code https://localhost:<port>} without a final slash. */
  public String url() {
    return ServiceConfigurations.url(ports);
  }

  /** Where its work is done, on 127.0.0.1. */
  public int port() {
    return ports.main();
  }

  /** Where health and metrics are; plain HTTP. */
  public String managementUrl() {
    return "http://127.0.0.1:" + ports.management() + "/q";
  }

  public Path log() {
    return process.log();
  }
}
