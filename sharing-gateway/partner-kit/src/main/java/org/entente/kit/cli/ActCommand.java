package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.JsonText;
import org.entente.kit.manifest.Content;
import org.entente.kit.stix.CutEnvelope;
import org.entente.kit.submit.Plan.Destination;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A later act of a producer on objects of its own, signed and submitted in one step.
abstract class ActCommand extends EntenteCommand {

  @Parameters(paramLabel = "ID", arity = "1..1000", description = "Objects of your own; 1 to 1000.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private List<String> objects;

  @Option(
      names = {"-c", "--collection"},
      required = true,
      paramLabel = "ID",
      description = "The collection they were submitted to.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String collection;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, in at most 500 characters. A withdrawal's reason is told to its readers.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String reason;

  @Option(
      names = "--to",
      paramLabel = "PLACE",
      description =
          "This partner (eu), agency (eu/cert-eu) or role (eu/cert-eu/liaison); repeatable. A"
              + " release names somebody; a withdrawal that does not is from everybody.")
  private List<String> to = List.of();

  @Option(
      names = "--version",
      paramLabel = "TIME",
      description = "Only the version with this modified time.")
  private @Nullable String version;

  @Option(names = "--out", paramLabel = "DIR", description = "Keep the evidence here.")
  private @Nullable Path out;

  @Mixin private Retrying retrying = new Retrying();

  /// What is done, in the word of the exchange.
  abstract String act();

  /// Whether it may be done without saying to whom.
  abstract boolean concernsEverybody();

  @Override
  final Report run() {
    if (to.isEmpty() && !concernsEverybody()) {
      throw usage("Name with --to whom it is for.");
    }
    List<Map<String, Object>> acts = objects.stream().map(this::act).toList();
    byte[] body = (JsonText.of(Map.of("acts", acts)) + "\n").getBytes(UTF_8);
    Destination there =
        new Destination(profile().apiRoot(), collection, List.of(), Content.RELEASE);
    CutEnvelope part = CutEnvelope.other(body, acts.size());
    Report report = new OnePart(retrying, Optional.ofNullable(out)).send(part, there, this);
    done(report);
    return report;
  }

  private Map<String, Object> act(String object) {
    Map<String, Object> act = new LinkedHashMap<>();
    act.put("act", act());
    act.put("object", object);
    if (version != null) {
      act.put("version", version);
    }
    if (!to.isEmpty()) {
      act.put("to", to.stream().map(name -> Place.named(name, this::usage).urn()).toList());
    }
    act.put("reason", reason);
    return act;
  }

  private static void done(Report report) {
    if (report.members().get("status") instanceof Map<?, ?> status
        && status.get("successes") instanceof List<?> successes) {
      for (Object success : successes) {
        if (success instanceof Map<?, ?> entry) {
          report.line("  " + entry.get("id") + ": " + entry.get("message"));
        }
      }
    }
  }
}
