package org.entente.local.exchange;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where and how an exchange runs.
 *
 * @param repository root of the working copy, for the built services
 * @param folder everything the exchange writes; emptied at each start
 * @param terms what the members agree on beside the usual
 * @param extras by service name, as in {@link org.entente.pki.Pki}
 */
public record ExchangeSettings(
    Path repository,
    Path folder,
    Ports ports,
    Tuning tuning,
    Terms terms,
    Map<String, Extras> extras) {

  public ExchangeSettings {
    repository = repository.toAbsolutePath().normalize();
    folder = folder.toAbsolutePath().normalize();
    extras = Map.copyOf(extras);
  }

  /** An exchange in this folder with nothing special about it. */
  public static ExchangeSettings of(Path repository, Path folder, Ports ports) {
    return new ExchangeSettings(
        repository, folder, ports, Tuning.QUICK_START, Terms.USUAL, Map.of());
  }

  /** The same with services built elsewhere. */
  ExchangeSettings from(Path other) {
    return new ExchangeSettings(other, folder, ports, tuning, terms, extras);
  }

  public ExchangeSettings with(Tuning other) {
    return new ExchangeSettings(repository, folder, ports, other, terms, extras);
  }

  /** The same with other terms between the members. */
  public ExchangeSettings with(Terms other) {
    return new ExchangeSettings(repository, folder, ports, tuning, other, extras);
  }

  /** The same with something different about one service. */
  public ExchangeSettings with(String service, Extras different) {
    var changed = new HashMap<>(extras);
    changed.put(service, different);
    return new ExchangeSettings(repository, folder, ports, tuning, terms, changed);
  }

  /** The same with these configuration keys of one service different, too. */
  public ExchangeSettings configured(String service, Map<String, String> more) {
    return with(service, extras(service).and(more));
  }

  Extras extras(String service) {
    return extras.getOrDefault(service, Extras.NONE);
  }
}
