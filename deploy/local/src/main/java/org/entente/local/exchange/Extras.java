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
 * @param program a program and its arguments instead of this virtual machine and the packaged jar,
 *     for instance a container engine; flags are nothing to it. Empty for the usual one
 */
public record Extras(
    Map<String, String> configuration,
    Map<String, String> environment,
    List<String> flags,
    List<String> program) {

  public static final Extras NONE = configuration(Map.of());

  public Extras {
    configuration = Map.copyOf(configuration);
    environment = Map.copyOf(environment);
    flags = List.copyOf(flags);
    program = List.copyOf(program);
  }

  /** Only these configuration keys differ. */
  public static Extras configuration(Map<String, String> configuration) {
    return new Extras(configuration, Map.of(), List.of(), List.of());
  }

  /** Only what is run differs. It is run in a folder with the service's configuration in it. */
  public static Extras program(List<String> program) {
    return new Extras(Map.of(), Map.of(), List.of(), program);
  }

  /** These configuration keys, too. */
  Extras and(Map<String, String> more) {
    var all = new HashMap<>(configuration);
    all.putAll(more);
    return new Extras(all, environment, flags, program);
  }
}
