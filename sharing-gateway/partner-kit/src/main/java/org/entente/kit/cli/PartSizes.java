package org.entente.kit.cli;

import java.util.function.IntSupplier;
import org.entente.kit.stix.EnvelopeCutter.Limits;
import picocli.CommandLine.Option;

/// How large the parts of a submission are.
final class PartSizes {

  /// The indicator-service's own limit; TAXII has no way to say it.
  private static final int MOST_OBJECTS = 10_000;

  /// A part is held in memory, whatever a server would take.
  private static final int MOST_BYTES = 64 << 20;

  private static final int LEAST_BYTES = 1024;

  @Option(
      names = "--part-bytes",
      paramLabel = "N",
      description = "Most bytes of a part, for a slow line. Default: what the exchange takes.")
  private int bytes = MOST_BYTES;

  @Option(
      names = "--part-objects",
      paramLabel = "N",
      description = "Most objects of a part. Default: 10000.")
  private int objects = MOST_OBJECTS;

  /// @param maxContentLength of the server
  Limits limits(IntSupplier maxContentLength) {
    int most = Math.min(Math.max(bytes, LEAST_BYTES), MOST_BYTES);
    return new Limits(
        Math.min(most, Math.max(maxContentLength.getAsInt(), LEAST_BYTES)), Math.max(1, objects));
  }
}
