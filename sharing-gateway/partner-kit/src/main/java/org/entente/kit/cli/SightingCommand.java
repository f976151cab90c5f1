package org.entente.kit.cli;

import java.time.Instant;
import java.util.Optional;
import org.entente.kit.feedback.Feedback;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente sighting}. */
@Command(
    name = "sighting",
    description = "Tell a producer that what its object warns of was seen.",
    footer = {
      "%nMakes a STIX sighting and submits it through the collection that leads back to",
      "the producer. Without --collection, or with --dry-run, it is only printed, for",
      "you to look at or for submit to send. Examples:",
      "  entente sighting indicator--7e57… --author identity--8e6d… --count 3 \\",
      "    --first-seen 2026-11-20T08:00:00Z -c 9d3c…",
      "  entente sighting indicator--7e57… --author identity--8e6d… --count 0 --dry-run"
    })
final class SightingCommand extends FeedbackCommand {

  @Parameters(paramLabel = "ID", description = "The object that was seen, such as an indicator.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String of;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How often; 0: looked for and not seen. Default: 1.")
  private int count = 1;

  @Option(
      names = "--first-seen",
      paramLabel = "TIME",
      description = "Such as 2026-11-01T00:00:00Z.")
  private @Nullable Instant first;

  @Option(names = "--last-seen", paramLabel = "TIME", description = "Not before --first-seen.")
  private @Nullable Instant last;

  @Option(names = "--where", paramLabel = "ID", description = "Identity or location that saw it.")
  private @Nullable String where;

  @Override
  String object(Feedback feedback) {
    return feedback.sighting(Authorship.object(of, this::usage), seen());
  }

  private Feedback.Seen seen() {
    Optional<String> place =
        Optional.ofNullable(where).map(id -> Authorship.object(id, this::usage));
    try {
      return new Feedback.Seen(count, Optional.ofNullable(first), Optional.ofNullable(last), place);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }
}
