package org.entente.kit.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.Patience;
import org.entente.kit.client.Pause;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.pull.Progress;
import org.entente.kit.pull.Puller;
import org.entente.kit.pull.Reading;
import org.entente.kit.stix.StixSlice;
import org.entente.kit.wording.Counted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente pull}. */
@Command(
    name = "pull",
    description = "Read what was released to this client, and go on there next time.",
    footer = {
      "%n--out gets the pages as served and one file per object, byte for byte. The place is kept in",
      "--state: after an interruption, or next week, the same command goes on where it was.",
      "--evidence also fetches what the producers signed, verifies the signatures with the trust",
      "folder, and checks that every object stands in a signed body as it came. Examples:",
      "  entente pull -p eu.properties -c 4b7f… --out got --evidence",
      "  entente pull -p eu.properties -c 4b7f… --ndjson - --state eu.state --follow | jq .id"
    })
final class PullCommand extends EntenteCommand {

  private static final Pattern FILTER = Pattern.compile("(id|type|version|spec_version)=.+");

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

  @Option(
      names = "--match",
      paramLabel = "FIELD=VALUES",
      description =
          "Only these, separated by commas: id=…, type=indicator,malware, version=all,"
              + " spec_version=2.1; repeatable. They belong to the place.")
  private List<String> match = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "Most objects per page.")
  private @Nullable Integer limit;

  @Option(names = "--evidence", description = "Fetch and verify what the producers signed.")
  private boolean evidence;

  @Mixin private PullTarget target = new PullTarget();
  @Mixin private Following following = new Following();
  @Mixin private TestingTheDoor testing = new TestingTheDoor();

  @Override
  boolean writesToStandardOutput() {
    return target.isStandardOutput();
  }

  @Override
  Report run() {
    PartnerProfile profile = profile();
    ExchangeClient exchange = new ExchangeClient(testing.apply(session()));
    Reading reading = reading(profile);
    Pause pause = following.pause(edge());
    Optional<EvidenceCheck> check =
        evidence
            ? Optional.of(evidenceCheck(profile, exchange, following.patience(pause, this::warn)))
            : Optional.empty();
    try (PullTarget.Opened opened = target.open(edge(), reading);
        ProgressLine line = progress()) {
      Puller puller =
          new Puller(
              exchange,
              following.patience(pause, this::warn),
              pause,
              new Puller.Target(
                  opened.state(),
                  opened.keepers(),
                  (before, objects) -> {
                    check.ifPresent(evidenceCheck -> evidenceCheck.check(objects));
                    line.show(told(before, objects));
                  }));
      Report report = report(puller, reading, pause);
      return check.map(evidenceCheck -> evidenceCheck.tell(report)).orElse(report);
    }
  }

  private Reading reading(PartnerProfile profile) {
    return new Reading(
        profile.apiRoot(),
        profile.clientId(),
        collection,
        Optional.ofNullable(addedAfter),
        filters());
  }

  private List<String> filters() {
    Set<String> fields = new HashSet<>();
    for (String filter : match) {
      if (!FILTER.matcher(filter).matches()) {
        throw usage("--match takes id, type, version or spec_version=…, not " + filter);
      }
      if (!fields.add(filter.substring(0, filter.indexOf('=')))) {
        throw usage("Name each field once, its values separated by commas, not again: " + filter);
      }
    }
    return match;
  }

  private static String told(Progress before, List<StixSlice> objects) {
    return Counted.of(before.objects() + objects.size(), "object")
        + " in "
        + Counted.of(before.pages() + 1, "page");
  }

  private Report report(Puller puller, Reading reading, Pause pause) {
    Progress first = puller.resume(reading);
    Progress last = puller.pull(reading, first, limit);
    while (following.goesOn() && pause.of(following.interval())) {
      last = puller.pull(reading, last, limit);
    }
    long objects = last.objects() - first.objects();
    long pages = last.pages() - first.pages();
    Report report =
        new Report()
            .put("objects", objects)
            .put("pages", pages)
            .put("objects_before", first.objects())
            .line(
                "Received "
                    + Counted.of(objects, "object")
                    + " in "
                    + Counted.of(pages, "page")
                    + ".");
    return first.objects() == 0
        ? report
        : report.line("Went on behind " + Counted.of(first.objects(), "object") + ".");
  }

  private EvidenceCheck evidenceCheck(
      PartnerProfile profile, ExchangeClient exchange, Patience patience) {
    return new EvidenceCheck(
        object ->
            patience.until(() -> exchange.evidence(collection, object.id())).document().members(),
        new TrustFolder(profile.trustFolder()).manifestVerifier(),
        edge().disk(),
        target.out());
  }
}
