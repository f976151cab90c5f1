package org.entente.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * One start of a service.
 *
 * @param untilReady from the start of the process to its first answer that it is ready, to a tenth
 *     of a second
 * @param started memory at that moment
 * @param loaded memory after some requests
 */
record StartUp(Duration untilReady, MemoryUse started, MemoryUse loaded) {

  static final String HEAD =
      String.format(
          "%-18s %-8s %12s %22s %26s",
          "service", "cache", "ready after", "memory then, own", "after 1000 requests, own");

  /** The middle of several starts, each figure for itself. */
  static String row(String service, String cache, List<StartUp> starts) {
    return String.format(
        Locale.ROOT,
        "%-18s %-8s %10.1f s %10d, %6d MiB %14d, %6d MiB",
        service,
        cache,
        median(starts, start -> start.untilReady.toMillis()) / 1000.0,
        median(starts, start -> start.started.resident()),
        median(starts, start -> start.started.own()),
        median(starts, start -> start.loaded.resident()),
        median(starts, start -> start.loaded.own()));
  }

  static long median(List<StartUp> starts, ToLongFunction<StartUp> figure) {
    var sorted = starts.stream().mapToLong(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
