package org.entente.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param arguments program and its arguments
 * @param folder working directory
 * @param environment added to the launcher's own
 */
public record Command(List<String> arguments, Path folder, Map<String, String> environment) {
  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
