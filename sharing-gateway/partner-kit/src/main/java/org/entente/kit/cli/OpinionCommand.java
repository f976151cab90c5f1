package org.entente.kit.cli;

import java.util.Optional;
import java.util.Set;
import org.entente.kit.feedback.Feedback;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente opinion}. */
@Command(
    name = "opinion",
    description = "Tell a producer what you think of its object: a false positive, by default.",
    footer = {
      "%nMakes a STIX opinion and submits it through the collection that leads back to",
      "the producer. Without --collection, or with --dry-run, it is only printed, for",
      "you to look at or for submit to send. Examples:",
      "  entente opinion indicator--7e57… --author identity--8e6d… \\",
      "    --because 'our own wallet' -c 9d3c…",
      "  entente opinion indicator--7e57… --author identity--8e6d… --opinion agree --dry-run"
    })
final class OpinionCommand extends FeedbackCommand {

  /** STIX 2.1 §10.21, opinion-enum. */
  private static final Set<String> OPINIONS =
      Set.of("strongly-disagree", "disagree", "neutral", "agree", "strongly-agree");

  @Parameters(paramLabel = "ID", description = "The object it is about.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String on;

  @Option(
      names = "--opinion",
      paramLabel = "WORD",
      description =
          "strongly-disagree (default: a false positive), disagree, neutral, agree, strongly-agree.")
  private String opinion = "strongly-disagree";

  @Option(names = "--because", paramLabel = "TEXT", description = "Why.")
  private @Nullable String because;

  @Override
  String object(Feedback feedback) {
    if (!OPINIONS.contains(opinion)) {
      throw usage(opinion + " is no opinion of STIX 2.1.");
    }
    String object = Authorship.object(on, this::usage);
    return feedback.opinion(object, opinion, Optional.ofNullable(because));
  }
}
