package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.client.LookupClient;
import org.entente.kit.client.Patience;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.json.StrictJson;
import org.entente.kit.lookup.KnownValue;
import org.entente.kit.wording.Counted;
import org.entente.stix.address.Secret;
import org.entente.stix.address.Secrets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente lookup}. */
@Command(
    name = "lookup",
    description = "What is known about wallets, domains, hashes and whatever else can be named.",
    footer = {
      "%nValues may have any form people pass around, defanged too. Each producer's statement stands",
      "for itself; \"partial\" is no hit. The log holds who was told of which objects, never what was",
      "asked. A private key or seed phrase is not sent. Examples:",
      "  entente lookup -p eu.properties 0x098b716b8aaf21512996dc57eb0615e2383e2f96",
      "  cut -d, -f1 wallets.csv | entente lookup -p eu.properties --file - --ndjson",
      "  entente lookup -p eu.properties --at 2026-11-01T00:00:00Z --include expired evil[.]example"
    })
final class LookupCommand extends EntenteCommand {

  @Parameters(paramLabel = "VALUE", description = "What to look up.")
  private List<String> values = new ArrayList<>();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "A value on each line; - for standard input.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--at", paramLabel = "TIME", description = "What counted then; without it, now.")
  private @Nullable String at;

  @Option(
      names = "--include",
      split = ",",
      paramLabel = "KIND",
      description = "Also what is expired, upcoming, revoked.")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--ndjson",
      description = "Print the answers as they come, one JSON object on a line.")
  private boolean ndjson;

  @Mixin private Retrying retrying = new Retrying();
  @Mixin private TestingTheDoor testing = new TestingTheDoor();

  private long asked;
  private long found;
  private long failed;

  @Override
  boolean writesToStandardOutput() {
    return ndjson;
  }

  @Override
  Report run() {
    LookupClient client = new LookupClient(testing.apply(session()));
    Patience patience = retrying.patience(edge().time().pause());
    LookupClient.When when = new LookupClient.When(Optional.ofNullable(at), include);
    Report report = new Report();
    List<Object> answers = new ArrayList<>();
    List<String> all = harmless(allValues(), report);
    for (int from = 0; from < all.size(); from += LookupClient.MOST) {
      List<String> some = all.subList(from, Math.min(all.size(), from + LookupClient.MOST));
      LookupClient.Known known = patience.until(() -> client.lookUp(some, when));
      known.lines().forEach(line -> answers.addAll(told(line, report)));
      report.put("receipt", known.receipt().leaf());
    }
    return report
        .put("asked", asked)
        .put("found", found)
        .put("failed", failed)
        .put("answers", answers)
        .line(Counted.of(found, "value") + " of " + asked + " known.")
        .exit(failed == 0 ? ExitCode.OK : ExitCode.INCOMPLETE);
  }

  private List<Object> told(String line, Report report) {
    KnownValue value = new KnownValue(StrictJson.object(line.getBytes(UTF_8)));
    found += value.statements() > 0 ? 1 : 0;
    failed += value.wasLookedUp() ? 0 : 1;
    if (ndjson) {
      print(line);
      return List.of();
    }
    value.lines().forEach(report::line);
    return List.of(value.members());
  }

  private void print(String line) {
    try {
      edge().out().write((line + "\n").getBytes(UTF_8));
      edge().out().flush();
    } catch (IOException e) {
      throw new FileTrouble("Standard output cannot be written.", e);
    }
  }

  /** Without the values that must not leave this machine. */
  private List<String> harmless(List<String> all, Report report) {
    asked = all.size();
    List<String> harmless = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<Secret> secrets = Secrets.find(all.get(i));
      if (secrets.isEmpty()) {
        harmless.add(all.get(i));
      } else {
        failed++;
        String kind = secrets.getFirst().kind().text();
        report.line("Value " + (i + 1) + " is " + kind + " and was not sent.");
        report.put("not_sent_" + (i + 1), Map.of("kind", kind));
      }
    }
    return harmless;
  }

  private List<String> allValues() {
    List<String> all = new ArrayList<>(values);
    files.forEach(file -> all.addAll(lines(file)));
    all.removeIf(String::isBlank);
    if (all.isEmpty()) {
      throw usage("Name values, or a file with --file.");
    }
    return all;
  }

  private List<String> lines(Path file) {
    boolean standard = file.toString().equals("-");
    try (InputStream in = standard ? edge().in() : java.nio.file.Files.newInputStream(file);
        var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return reader.lines().map(String::strip).toList();
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be read.", e);
    }
  }
}
