package org.entente.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Extras;
import org.entente.local.exchange.Ports;
import org.entente.local.process.Progress;
import org.jspecify.annotations.Nullable;

/** Images, and an exchange whose services run from them. For one thread. */
final class ImagesUnderTest implements AutoCloseable {

  private static final String PREFIX = "localhost/entente-under-test";
  private static final String TAG = "second";

  private final Engine engine;
  private final Path repository;
  private final String run = "-" + ProcessHandle.current().pid();
  private @Nullable Exchange exchange;

  ImagesUnderTest(Engine engine, Path repository) {
    this.engine = engine;
    this.repository = repository;
  }

  /** Builds all three under this tag. */
  void build(String tag, String... options) {
    var script = repository.resolve("deploy/images/build").toString();
    var base = engine.folder().resolve("base.tar");
    if (Files.notExists(base)) {
      engine.run(repository.resolve("deploy/images/base").toString(), base.toString());
    }
    var command = new ArrayList<>(List.of(script, "--as-packaged", "--engine", "buildah"));
    command.addAll(List.of("--base", base.toString(), "--prefix", PREFIX, "--tag", tag));
    command.addAll(List.of(options));
    engine.run(command.toArray(String[]::new));
  }

  /** Starts an exchange; returns when everything is ready. */
  void start(Path folder) {
    var settings = ExchangeSettings.of(repository, folder, Ports.free());
    for (var service : Staged.SERVICES) {
      settings =
          settings.with(
              service,
              new Extras(
                  Map.of(),
                  engine.environment(),
                  List.of(),
                  container(service, settings.folder())));
    }
    exchange = Exchange.prepare(settings, Progress.SILENT);
    open(folder);
    exchange.start(Progress.SILENT);
  }

  Exchange exchange() {
    return Objects.requireNonNull(exchange);
  }

  /** As the pods: the limits and the rest of their security context are theirs. */
  private List<String> container(String service, Path folder) {
    return List.of(
        "podman",
        "run",
        "--rm",
        "--name=" + service + run,
        "--network=host",
        "--read-only",
        "--read-only-tmpfs=false",
        "--tmpfs=/tmp:rw,size=256m,mode=1777",
        "--cap-drop=all",
        "--security-opt=no-new-privileges",
        "--memory=1g",
        "--cpus=2",
        "--volume=" + folder + ":" + folder + ":ro",
        "--env=QUARKUS_CONFIG_LOCATIONS="
            + folder.resolve(service).resolve("config/application.properties"),
        // A cache that does not fit ends the virtual machine instead of being left out.
        "--env=JAVA_TOOL_OPTIONS=-XX:AOTMode=on",
        PREFIX + "/" + service + ":" + TAG);
  }

  /** What the engine knows of an image. */
  JsonNode inspect(String service, String tag) throws IOException {
    var text = engine.run("podman", "image", "inspect", PREFIX + "/" + service + ":" + tag);
    return new ObjectMapper().readTree(text).get(0);
  }

  /** The folder in {@code /proc} of a running service. */
  Path process(String service) {
    var pid = engine.run("podman", "inspect", "--format={{.State.Pid}}", service + run);
    return Path.of("/proc", pid);
  }

  /** The file system that a running service sees. */
  Path root(String service) {
    return process(service).resolve("root");
  }

  /** In a pod the group of the secrets' files is the service's; here everybody may read. */
  private static void open(Path tree) {
    try (var files = Files.walk(tree)) {
      for (var file : files.toList()) {
        var rights = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (exchange != null) {
      exchange.close();
    }
    Staged.SERVICES.forEach(
        service -> engine.run("podman", "rm", "--force", "--ignore", service + run));
    engine.run("podman", "rmi", "--all", "--force");
  }
}
