package org.entente.local.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants different about one service.
 *
 * @param configuration added to, or instead of, the usual configuration
 * @param environment added to the launcher's own
 * @param flags for the Java virtual machine, after the usual ones
 */
public record Extras(
    Map<String, String> configuration, Map<String, String> environment, List<String> flags) {

  public static final Extras NONE = new Extras(Map.of(), Map.of(), List.of());

  public Extras {
    configuration = Map.copyOf(configuration);
    environment = Map.copyOf(environment);
    flags = List.copyOf(flags);
  }

  /** Only these configuration keys differ. */
  public static Extras configuration(Map<String, String> configuration) {
    return new Extras(configuration, Map.of(), List.of());
  }

  /** These configuration keys, too. */
  Extras and(Map<String, String> more) {
    var all = new HashMap<>(configuration);
    all.putAll(more);
    return new Extras(all, environment, flags);
  }
}
