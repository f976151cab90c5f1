package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.ExchangeClient.Answer;
import org.entente.kit.client.ExchangeClient.Selection;
import org.entente.kit.evidence.SignedOrigin;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.manifest.ManifestVerifier;
import org.entente.kit.stix.StixInput;
import org.entente.kit.stix.StixSlice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente pull}. */
@Command(
    name = "pull",
    description = "Read what was released to this client, all pages.",
    footer = {
      "%n--out gets the pages as served and one file per object, byte for byte.",
      "--evidence also fetches what the producers signed, verifies the signatures with the trust",
      "folder, and checks that every object stands in a signed body as it came. Example:",
      "  entente pull -p eu.properties -c 4b7f… --out got --evidence"
    })
final class PullCommand extends EntenteCommand {

  @Option(
      names = {"-c", "--collection"},
      required = true,
      paramLabel = "ID",
      description = "The collection to read.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String collection;

  @Option(
      names = "--added-after",
      paramLabel = "TIME",
      description = "Only what was added later, such as 2026-11-01T00:00:00Z.")
  private @Nullable String addedAfter;

  @Option(names = "--limit", paramLabel = "N", description = "Most objects per page.")
  private @Nullable Integer limit;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write.")
  private @Nullable Path out;

  @Option(names = "--evidence", description = "Fetch and verify what the producers signed.")
  private boolean evidence;

  @Mixin private TestingTheDoor testing = new TestingTheDoor();

  @Override
  Report run() {
    ExchangeClient exchange = new ExchangeClient(testing.apply(session()));
    List<Answer> pages = exchange.pull(collection, new Selection(addedAfter, limit));
    List<StixSlice> objects = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      byte[] page = pages.get(i).document().bytes();
      objects.addAll(StixInput.of(page).objects());
      keep("pages", String.format("%06d.json", i + 1), page);
    }
    for (int i = 0; i < objects.size(); i++) {
      StixSlice object = objects.get(i);
      String name = object.hasProperId() ? object.id() : "object";
      keep("objects", String.format("%06d-%s.json", i + 1, name), object.bytes());
    }
    Report report =
        new Report()
            .put("objects", objects.size())
            .put("pages", pages.size())
            .line("Received " + objects.size() + " objects in " + pages.size() + " pages.");
    return evidence ? withEvidence(report, exchange, objects) : report;
  }

  private Report withEvidence(Report report, ExchangeClient exchange, List<StixSlice> objects) {
    ManifestVerifier verifier = new TrustFolder(profile().trustFolder()).manifestVerifier();
    List<SignedOrigin> origins = new ArrayList<>();
    for (StixSlice object : objects) {
      if (!SignedOrigin.anyContains(origins, object)) {
        origins.add(fetch(exchange, verifier, object));
      }
    }
    List<String> unsigned =
        objects.stream()
            .filter(object -> !SignedOrigin.anyContains(origins, object))
            .map(StixSlice::id)
            .toList();
    report.put("submissions", origins.size()).put("unsigned", unsigned);
    if (unsigned.isEmpty()) {
      return report.line(
          "Every object stands, byte for byte, in one of " + origins.size() + " signed bodies.");
    }
    unsigned.forEach(id -> report.line("Not in any signed body: " + id));
    return report.exit(ExitCode.NOT_VERIFIED);
  }

  private SignedOrigin fetch(ExchangeClient exchange, ManifestVerifier verifier, StixSlice object) {
    Answer answer = exchange.evidence(collection, object.id());
    SignedOrigin origin = SignedOrigin.of(answer.document().members(), verifier);
    String folder = "evidence/" + origin.manifest().claims().id();
    keep(folder, "manifest.jws", origin.evidence().manifest());
    keep(folder, "body.json", origin.evidence().body());
    return origin;
  }

  private void keep(String folder, String name, byte[] bytes) {
    if (out != null) {
      Files.write(out.resolve(folder), name, bytes);
    }
  }
}
