package org.entente.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.pki.Pki;

/**
 * A service laid out as in its image, by {@code deploy/images/build}: run-time, application and
 * cache.
 *
 * @param name as in {@link Pki}
 * @param folder what the image is built from
 */
public record Staged(String name, Path folder) {

  /** All three, in the order in which they need each other. */
  public static final List<String> SERVICES =
      List.of(Pki.AUDIT_SERVICE, Pki.INDICATOR_SERVICE, Pki.GATEWAY);

  /**
   * The service in a working copy.
   *
   * @param repository its root
   */
  public static Staged in(Path repository, String name) {
    var stage = repository.toAbsolutePath().normalize().resolve("deploy/images/target/stage");
    return new Staged(name, stage.resolve(name));
  }

  /** What is copied to {@code /opt/entente}, but for the cache. */
  public Path application() {
    return folder.resolve("application");
  }

  /** The classes and profiles of the training. */
  public Path cache() {
    return folder.resolve("cache/app.aot");
  }

  /** As the image's entry point starts it, with these flags besides. */
  public List<String> command(List<String> flags) {
    var command = new ArrayList<String>();
    command.add(folder.resolve("runtime/bin/java").toString());
    command.add("@" + application().resolve("java.options"));
    command.addAll(flags);
    command.add("-jar");
    command.add(application().resolve("quarkus-run.jar").toString());
    return List.copyOf(command);
  }
}
