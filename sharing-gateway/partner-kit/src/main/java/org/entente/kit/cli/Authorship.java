package org.entente.kit.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entente.kit.feedback.Feedback;
import org.entente.stix.marking.Tlp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Who gives feedback, and how far it may go.
final class Authorship {

  private static final Pattern ID =
      Pattern.compile("[a-z0-9-]{3,250}--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Option(
      names = "--author",
      required = true,
      paramLabel = "ID",
      description = "Your identity's STIX id.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String author;

  @Option(
      names = "--tlp",
      paramLabel = "LEVEL",
      description = "How far it may go: clear, green, amber (default), amber+strict, red.")
  private String tlp = Tlp.AMBER.label();

  @Option(
      names = "--id",
      paramLabel = "UUID",
      description =
          "Its UUID; together with --created the same one again adds nothing. Default: a new one.")
  private @Nullable UUID id;

  @Option(names = "--created", paramLabel = "TIME", description = "When it is said. Default: now.")
  private @Nullable Instant created;

  /// @param usage makes the complaint about a word that is none
  Feedback feedback(Edge edge, Function<String, ParameterException> usage) {
    Tlp level = Tlp.ofLabel(tlp).orElseThrow(() -> usage.apply(tlp + " is no level of TLP 2.0."));
    UUID own = Optional.ofNullable(id).orElseGet(UUID::randomUUID);
    Instant said = Optional.ofNullable(created).orElseGet(edge.time().clock()::instant);
    return new Feedback(object(author, usage), level, own, said);
  }

  /// A STIX id.
  static String object(String id, Function<String, ParameterException> usage) {
    if (!ID.matcher(id).matches()) {
      throw usage.apply(id + " is no STIX id.");
    }
    return id;
  }
}
