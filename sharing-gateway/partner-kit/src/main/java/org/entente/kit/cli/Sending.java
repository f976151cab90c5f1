package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.kit.stix.CutEnvelope;
import org.entente.kit.submit.Plan.Destination;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether an object is sent at once, and where to.
final class Sending {

  @Option(
      names = {"-c", "--collection"},
      paramLabel = "ID",
      description =
          "Sign and submit it to this collection, which leads back to the producer. Without it the"
              + " object is printed.")
  private @Nullable String collection;

  @Option(
      names = "--dry-run",
      description = "Print the object and send nothing, --collection or not.")
  private boolean dryRun;

  @Option(
      names = "--recipient",
      paramLabel = "PLACE",
      description = "Tell only this partner, agency or role; repeatable. See submit.")
  private List<String> recipients = List.of();

  @Option(names = "--out", paramLabel = "DIR", description = "Keep the evidence here.")
  private @Nullable Path out;

  @Mixin private Retrying retrying = new Retrying();

  boolean sends() {
    return collection != null && !dryRun;
  }

  /// Signs and submits an envelope in one part.
  Report send(byte[] envelope, EntenteCommand command) {
    CutEnvelope part = CutEnvelope.whole(envelope);
    Destination to =
        new Destination(command.profile().apiRoot(), String.valueOf(collection), recipients);
    Report report = new OnePart(retrying, Optional.ofNullable(out)).send(part, to, command);
    return report.put("object", part.firstId()).line(part.firstId());
  }
}
