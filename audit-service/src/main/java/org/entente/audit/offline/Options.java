package org.entente.audit.offline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line of options that each have a file.
 *
 * @param given by the option's name
 */
public record Options(Map<String, Path> given) {

  /** Copies the map. */
  public Options {
    given = Map.copyOf(given);
  }

  /**
   * Reads them.
   *
   * @param known with their dashes
   * @return empty when there is another one, or one without its file
   */
  public static Optional<Options> of(List<String> arguments, Set<String> known) {
    var given = new HashMap<String, Path>();
    for (var at = 0; at < arguments.size(); at += 2) {
      if (!known.contains(arguments.get(at)) || at + 1 == arguments.size()) {
        return Optional.empty();
      }
      given.put(arguments.get(at), Path.of(arguments.get(at + 1)));
    }
    return Optional.of(new Options(given));
  }

  /** The file of this option, if it is given. */
  public Optional<Path> file(String option) {
    return Optional.ofNullable(given.get(option));
  }
}
