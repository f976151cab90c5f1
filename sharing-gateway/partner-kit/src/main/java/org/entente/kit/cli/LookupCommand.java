package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.entente.kit.client.LookupClient;
import org.entente.kit.client.Patience;
import org.entente.kit.client.Session;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.lookup.Answer;
import org.entente.kit.lookup.Inquiry;
import org.entente.kit.lookup.ValueLines;
import org.entente.kit.wording.Counted;
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
      "for itself; \"partial\" is no hit. The log holds who was told of which objects and why, never",
      "what was asked. A private key or seed phrase is found before anything is sent, and stays here.",
      "Answers are printed as they come, in the order of the values. Examples:",
      "  entente lookup -p eu.properties 0x098b716b8aaf21512996dc57eb0615e2383e2f96",
      "  cut -d, -f1 wallets.csv | entente lookup -p eu.properties --purpose 'case 7' --ndjson -",
      "  entente lookup -p eu.properties --at 2026-11-01T00:00:00Z --include expired evil[.]example"
    })
final class LookupCommand extends EntenteCommand {

  private static final Pattern PURPOSE = Pattern.compile("[!-~][ -~]{0,119}");

  @Parameters(
      paramLabel = "VALUE",
      description = "What to look up; - for a value on each line of standard input.")
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

  @Option(
      names = "--purpose",
      paramLabel = "TEXT",
      description = "Why you ask, up to 120 characters of ASCII; default: the profile's.")
  private @Nullable String purpose;

  @Mixin private Retrying retrying = new Retrying();
  @Mixin private TestingTheDoor testing = new TestingTheDoor();

  private final List<Object> answers = new ArrayList<>();
  private final List<Object> receipts = new ArrayList<>();
  private long asked;
  private long found;
  private long failed;

  @Override
  boolean writesToStandardOutput() {
    return ndjson;
  }

  @Override
  Report run() {
    Inquiry inquiry = new Inquiry(exchange(), this::tell);
    try (ValueLines lines = new ValueLines(values, files, edge().in());
        ProgressLine line = progress()) {
      List<String> some = lines.next(LookupClient.MOST, LookupClient.CHARACTERS);
      if (some.isEmpty()) {
        throw usage("Name values, or a file with --file.");
      }
      for (; !some.isEmpty(); some = lines.next(LookupClient.MOST, LookupClient.CHARACTERS)) {
        inquiry.ask(some);
        if (ndjson) {
          line.show(soFar());
        }
      }
    }
    return new Report()
        .put("asked", asked)
        .put("found", found)
        .put("failed", failed)
        .put("receipts", receipts)
        .put("answers", answers)
        .line(soFar())
        .exit(failed == 0 ? ExitCode.OK : ExitCode.INCOMPLETE);
  }

  private String soFar() {
    return Counted.of(found, "value") + " of " + asked + " known.";
  }

  private UnaryOperator<List<String>> exchange() {
    LookupClient client = new LookupClient(testing.apply(purposeful(session())));
    LookupClient.When when = new LookupClient.When(Optional.ofNullable(at), include);
    Patience patience = retrying.patience(edge().time().pause(), this::warn);
    return some -> {
      LookupClient.Known known = patience.until(() -> client.lookUp(some, when));
      receipts.add(known.receipt().leaf());
      return known.lines();
    };
  }

  private Session purposeful(Session session) {
    if (purpose != null && !PURPOSE.matcher(purpose).matches()) {
      throw usage("--purpose is 1 to 120 characters of ASCII.");
    }
    return purpose == null ? session : session.statingPurpose(purpose);
  }

  private void tell(Answer answer) {
    asked++;
    found += answer.value().statements() > 0 ? 1 : 0;
    failed += answer.value().error().isPresent() ? 1 : 0;
    if (ndjson) {
      print(Console.harmless(answer.line()));
    } else if (json()) {
      answers.add(answer.value().members());
    } else {
      answer.value().lines().forEach(this::say);
    }
  }

  private void print(String line) {
    try {
      edge().out().write((line + "\n").getBytes(UTF_8));
      edge().out().flush();
    } catch (IOException e) {
      throw new FileTrouble("Standard output cannot be written.", e);
    }
  }
}
