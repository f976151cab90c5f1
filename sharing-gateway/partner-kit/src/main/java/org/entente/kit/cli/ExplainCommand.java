package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.kit.client.ReleaseClient;
import org.entente.kit.client.ReleaseClient.Wish;
import org.entente.kit.stix.CutEnvelope;
import org.entente.kit.wording.Counted;
import org.entente.stix.marking.Recipient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente explain}. */
@Command(
    name = "explain",
    description = "Ask the exchange who would see the objects of a file, and why others would not.",
    footer = {
      "%nThe file is sent, but nothing is signed or stored, and nobody is told. Unlike check it knows",
      "the exchange's places and the marking definitions it holds. Exit code 6: an object would not",
      "be admitted. Example:",
      "  entente explain -p kr.properties -c 4b7f… --recipient eu/cert-eu warning.json"
    })
final class ExplainCommand extends EntenteCommand {

  @Parameters(paramLabel = "FILE", description = "A bundle or an envelope.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path file;

  @Option(
      names = {"-c", "--collection"},
      required = true,
      paramLabel = "ID",
      description = "The collection they would be submitted to.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String collection;

  @Option(names = "--recipient", paramLabel = "PLACE", description = "As for submit; repeatable.")
  private List<String> recipients = List.of();

  @Option(
      names = "--tlp",
      paramLabel = "LEVEL",
      description = "The level the manifest would claim.")
  private @Nullable String tlp;

  @Override
  Report run() {
    List<Recipient> places =
        recipients.stream().map(name -> Place.named(name, this::usage)).toList();
    Wish wish = new Wish(places, Optional.ofNullable(tlp));
    byte[] envelope = CutEnvelope.whole(Files.read(file)).bytes();
    List<Map<String, Object>> explained =
        new ReleaseClient(session()).dryRun(collection, wish, envelope);
    Report report = new Report().put("objects", explained);
    explained.forEach(object -> tell(report, object));
    long refused = explained.stream().filter(object -> object.containsKey("faults")).count();
    report.line(
        Counted.of(explained.size(), "object") + ", " + refused + " would not be admitted.");
    return refused == 0 ? report : report.exit(ExitCode.INCOMPLETE);
  }

  private static void tell(Report report, Map<String, Object> object) {
    report.line(object.get("id") + "  " + object.getOrDefault("tlp", "no TLP level"));
    texts(object, "faults").forEach(fault -> report.line("  error    " + fault));
    texts(object, "remarks").forEach(remark -> report.line("  remark   " + remark));
    List<String> released = texts(object, "released");
    if (!released.isEmpty()) {
      report.line("  released " + String.join(", ", released));
    }
    if (object.get("withheld") instanceof Map<?, ?> withheld) {
      withheld.forEach(
          (place, clauses) -> report.line("  withheld " + place + ": " + because(object, clauses)));
    }
  }

  private static String because(Map<String, Object> object, Object clauses) {
    Map<?, ?> texts = object.get("because") instanceof Map<?, ?> because ? because : Map.of();
    return clauses instanceof List<?> list
        ? list.stream()
            .map(clause ->
                clause + (texts.containsKey(clause) ? " (" + texts.get(clause) + ")" : ""))
            .collect(Collectors.joining(", "))
        : "";
  }

  private static List<String> texts(Map<String, Object> object, String name) {
    return object.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
