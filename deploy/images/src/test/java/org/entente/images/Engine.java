package org.entente.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Podman with a store of its own, so that no image stays behind.
 *
 * @param folder for the store
 */
record Engine(Path folder) {

  /** mmdebstrap makes what the images stand on; a registry's base would have to be pulled. */
  private static final List<String> NEEDED = List.of("podman", "buildah", "mmdebstrap");

  /**
   * Skips the tests with a message where nothing can be built, and with {@code -Dimages=skip}; with
   * {@code -Dimages=required} they fail.
   */
  static Engine in(Path folder) throws IOException {
    var wanted = System.getProperty("images", "if-possible");
    var missing = NEEDED.stream().filter(program -> program(program).isEmpty()).toList();
    var message =
        "No image was built and run; missing: %s; -Dimages=%s.".formatted(missing, wanted);
    if (wanted.equals("required") && !missing.isEmpty()) {
      throw new IllegalStateException(message);
    }
    if (wanted.equals("skip") || !missing.isEmpty()) {
      System.out.println(message);
      Assumptions.abort(message);
    }
    return new Engine(Files.createDirectories(folder)).configured();
  }

  private Engine configured() throws IOException {
    var storage =
        "[storage]\ndriver = \"overlay\"\ngraphroot = \"%s\"\nrunroot = \"%s\"\n"
            .formatted(folder.resolve("store"), folder.resolve("run"));
    Files.writeString(folder.resolve("storage.conf"), storage);
    var runtime = program("runc").map(_ -> "runtime = \"runc\"").orElse("");
    // Without systemd podman must be told what to count processes and memory with.
    var containers =
        """
        [containers]
        default_ulimits = ["nofile=20000:20000", "nproc=32768:32768"]
        [engine]
        cgroup_manager = "cgroupfs"
        events_logger = "file"
        %s
        """
            .formatted(runtime);
    Files.writeString(folder.resolve("containers.conf"), containers);
    return this;
  }

  /** What podman and buildah have to be told. */
  Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("CONTAINERS_STORAGE_CONF", folder.resolve("storage.conf").toString());
    // What was built before is not taken instead of building it again.
    environment.put("ENGINE_OPTIONS", "--no-cache");
    if (Files.notExists(Path.of("/run/systemd/system"))) {
      environment.put("CONTAINERS_CONF", folder.resolve("containers.conf").toString());
    }
    return environment;
  }

  /** Runs a command to its end and returns what it said; its complaints go to a file. */
  String run(String... command) {
    var complaints = folder.resolve("complaints.log");
    var builder = new ProcessBuilder(command).redirectError(complaints.toFile());
    builder.environment().putAll(environment());
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        var why = said + "\n" + Files.readString(complaints);
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + why);
      }
      return said.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
