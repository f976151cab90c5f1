package org.entente.e2e.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The partner kit as people use it: a process for each command.
 *
 * @param profile of the client
 */
public record CommandLine(Path repository, Path profile) {

  /** What a command said, errors included, and how it ended. */
  public record Ended(int exit, String said) {}

  /** Runs a command to its end. */
  public Ended run(String... words) {
    List<String> command = new ArrayList<>();
    command.add(repository.resolve("sharing-gateway/partner-kit/entente").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("--profile", profile.toString()));
    return Program.run(Path.of("").toAbsolutePath(), command);
  }
}
