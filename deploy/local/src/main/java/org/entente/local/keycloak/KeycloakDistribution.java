package org.entente.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.entente.local.process.CannotStart;
import org.entente.local.process.Progress;

/**
 * The unpacked Keycloak distribution, shared by all exchanges of one working copy. What is fixed at
 * its build time is built in once; several launchers and threads may ask at the same time.
 */
public final class KeycloakDistribution {

  /** Nothing of this is used by partners' programs, and all of it takes start-up time. */
  private static final List<String> BUILD_OPTIONS =
      List.of(
          "--db=dev-file",
          "--health-enabled=true",
          "--https-client-auth=request",
          "--features-disabled=ciba,device-flow,par");

  private final Path folder;
  private final Path home;
  private final Path java;

  private KeycloakDistribution(Path folder, Path home, Path java) {
    this.folder = folder;
    this.home = home;
    this.java = java;
  }

  /**
   * Finds the distribution under {@code folder} and builds it if no one has.
   *
   * @param java home of the JDK to run it with
   */
  public static synchronized KeycloakDistribution ready(Path folder, Path java, Progress progress) {
    var distribution = new KeycloakDistribution(folder, unpacked(folder), java);
    var marker = folder.resolve("built.lock");
    try (var channel =
            FileChannel.open(
                marker,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (!distribution.isBuilt()) {
        progress.step("Keycloak: fixing its build options (once)", distribution::build);
      }
      return distribution;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpacked(Path folder) {
    if (Files.isDirectory(folder)) {
      try (var entries = Files.newDirectoryStream(folder, "keycloak-*")) {
        for (var entry : entries) {
          return entry;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new CannotStart(
        "Keycloak is not in " + folder + ": build first with ./mvnw package -pl deploy/local -am.");
  }

  private Path options() {
    return home.resolve("entente-build-options");
  }

  private boolean isBuilt() throws IOException {
    return Files.exists(options()) && Files.readAllLines(options()).equals(BUILD_OPTIONS);
  }

  private void build() {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/kc.sh").toString());
    command.add("build");
    command.addAll(BUILD_OPTIONS);
    var log = home.resolve("entente-build.log");
    var builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", java.toString());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      if (builder.start().waitFor() != 0) {
        throw new CannotStart("Keycloak cannot be built, see " + log + ".");
      }
      Files.write(options(), BUILD_OPTIONS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while building Keycloak.", e);
    }
  }

  /** What belongs to a working copy's Keycloak and outlives an exchange goes here. */
  public Path folder() {
    return folder;
  }

  Path home() {
    return home;
  }

  Path java() {
    return java.resolve("bin/java");
  }
}
