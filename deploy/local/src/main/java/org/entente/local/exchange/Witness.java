package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.local.process.CannotStart;
import org.entente.local.process.ChildProcess;
import org.entente.local.process.Command;
import org.entente.local.process.ProcessLedger;
import org.entente.local.process.Readiness;

/**
 * A member's witness of the log: the partner kit's own, as a process. It can be stopped and started
 * again, and remembers. For one thread at a time.
 */
public final class Witness {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChildProcess process;
  private final Readiness readiness;

  Witness(WitnessIdentity identity, Path policy, Path repository, ProcessLedger ledger) {
    var name = "witness-" + identity.member().id();
    var command = new Command(arguments(identity, policy, repository), identity.folder(), Map.of());
    process = new ChildProcess(name, command, identity.folder().resolve(name + ".log"), ledger);
    readiness = new Readiness(Optional.empty(), identity.port(), PATIENCE);
  }

  private static List<String> arguments(WitnessIdentity identity, Path policy, Path repository) {
    var kit = repository.resolve("sharing-gateway/partner-kit/target");
    var arguments =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar(kit) + ":" + kit.resolve("lib") + "/*",
                "org.entente.kit.cli.Entente",
                "witness",
                "run",
                "--policy",
                policy.toString(),
                "--folder",
                identity.folder().resolve("memory").toString(),
                "--listen",
                "127.0.0.1:" + identity.port()));
    identity.keys().forEach(key -> arguments.addAll(List.of("--key", key.toString())));
    return arguments;
  }

  private static Path jar(Path kit) {
    try (var jars = Files.newDirectoryStream(kit, "partner-kit-*.jar")) {
      for (var jar : jars) {
        return jar;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new CannotStart("The partner kit is not built: run ./mvnw package -DskipTests first.");
  }

  /** Starts it and returns when it listens. */
  public void start() {
    process.start();
    readiness.await(process);
  }

  /** Asks it to end and waits until it has. */
  public void stop() {
    process.stop();
  }
}
