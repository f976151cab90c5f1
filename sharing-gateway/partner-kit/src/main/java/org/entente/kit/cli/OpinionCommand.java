package org.entente.kit.cli;

import java.util.Optional;
import java.util.Set;
import org.entente.kit.feedback.Feedback;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente opinion}. */
@Command(
    name = "opinion",
    description = "Tell a producer what you think of its object: a false positive, by default.",
    footer = {
      "%nWrites a STIX opinion to standard output, for submit to sign and send through the collection",
      "that leads back to the producer. Example:",
      "  entente opinion indicator--7e57… --author identity--8e6d… --because 'our own test wallet' |",
      "    entente submit -p eu-feed.properties -c 9d3c… -"
    })
final class OpinionCommand extends EntenteCommand {

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

  @Mixin private Authorship authorship = new Authorship();

  @Override
  boolean writesToStandardOutput() {
    return true;
  }

  @Override
  Report run() {
    if (!OPINIONS.contains(opinion)) {
      throw usage(opinion + " is no opinion of STIX 2.1.");
    }
    Feedback feedback = authorship.feedback(edge(), this::usage);
    String object = Authorship.object(on, this::usage);
    return Authorship.write(
        edge(), feedback.opinion(object, opinion, Optional.ofNullable(because)));
  }
}
