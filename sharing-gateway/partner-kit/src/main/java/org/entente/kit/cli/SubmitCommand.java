package org.entente.kit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.kit.cli.Delivery.Keeping;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.Patience;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.stix.CutEnvelope;
import org.entente.kit.stix.EnvelopeCutter;
import org.entente.kit.stix.StixUnreadable;
import org.entente.kit.submit.InputFiles;
import org.entente.kit.submit.PartSigner;
import org.entente.kit.submit.Plan;
import org.entente.kit.submit.Plan.Destination;
import org.entente.kit.submit.Submitter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente submit}. */
@Command(
    name = "submit",
    description = "Sign and submit any number of STIX objects.",
    footer = {
      "%nTakes bundles, envelopes and NDJSON of any size, folders of them, and - for standard input.",
      "Objects are cut out byte for byte and sent in as many signed parts as the exchange's limits",
      "ask for. With --journal a run that was interrupted goes on where it was, and nothing is",
      "submitted twice. --out keeps what proves the submission later: body.json, manifest.jws,",
      "status.json and receipt.tlog-proof, in a folder per part if there are several. Examples:",
      "  entente submit -p kr.properties -c 4b7f… --out sent warning.json",
      "  entente submit -p kr.properties -c 4b7f… --journal 2026-11.journal feeds/ more.ndjson"
    })
final class SubmitCommand extends EntenteCommand {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Bundles, envelopes, NDJSON (UTF-8), folders, or -.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private List<Path> files;

  @Mixin private Signing signing = new Signing();
  @Mixin private PartSizes sizes = new PartSizes();
  @Mixin private Retrying retrying = new Retrying();
  @Mixin private TestingTheDoor testing = new TestingTheDoor();

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Send one file with this manifest instead of signing.")
  private @Nullable Path signed;

  @Option(names = "--out", paramLabel = "DIR", description = "Keep the evidence here.")
  private @Nullable Path out;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "What was signed and answered, so that the same command can go on.")
  private @Nullable Path journal;

  @Option(
      names = "--failures",
      paramLabel = "FILE",
      description = "Every object that was not accepted, as NDJSON; overwritten.")
  private @Nullable Path failures;

  @Override
  Report run() {
    PartnerProfile profile = profile();
    ExchangeClient exchange = new ExchangeClient(testing.apply(session()));
    Patience patience = retrying.patience(edge().time().pause(), this::warn);
    Destination destination =
        new Destination(profile.apiRoot(), signing.collection(), signing.recipients());
    try (JournalFile file = JournalFile.open(Optional.ofNullable(journal), edge().disk());
        FailureList failed = new FailureList(Optional.ofNullable(failures))) {
      Plan plan =
          file.plan(destination, signing.jti(), () -> begin(destination, patience, exchange));
      Submitter submitter =
          new Submitter(
              exchange,
              patience,
              file.journal(),
              signer(profile, destination),
              edge().time().clock());
      SubmissionTotals totals = new SubmissionTotals();
      Keeping keeping = new Keeping(Optional.ofNullable(out), edge().disk());
      Delivery delivery = new Delivery(submitter, plan, keeping, failed, totals);
      if (signed == null) {
        deliverAll(delivery);
      } else {
        delivery.deliver(1, onlyFile());
      }
      Report report = totals.report(failed.tooLong());
      failed.tell(report);
      return report;
    }
  }

  private Plan begin(Destination destination, Patience patience, ExchangeClient exchange) {
    return new Plan(
        destination,
        signing.jti().orElseGet(UUID::randomUUID),
        sizes.limits(() -> signed == null ? patience.until(exchange::maxContentLength) : 0));
  }

  private PartSigner signer(PartnerProfile profile, Destination to) {
    Path given = signed;
    return given == null
        ? Signing.signer(profile, edge().time().clock(), to)
        : (envelope, id) -> Files.read(given);
  }

  private CutEnvelope onlyFile() {
    if (files.size() != 1) {
      throw usage("A manifest is for exactly one file.");
    }
    return CutEnvelope.whole(Files.read(files.getFirst()));
  }

  private void deliverAll(Delivery delivery) {
    EnvelopeCutter.Limits limits = delivery.plan().limits();
    try (InputFiles input = new InputFiles(files, edge().in(), limits.longestObject());
        ProgressLine line = progress()) {
      EnvelopeCutter cutter = new EnvelopeCutter(input, limits, delivery.failed()::add);
      int number = 1;
      for (Optional<CutEnvelope> part = cutter.next(); part.isPresent(); part = cutter.next()) {
        delivery.deliver(number, part.get());
        line.show(delivery.totals().soFar());
        number++;
      }
      if (number == 1 && delivery.failed().tooLong() == 0) {
        throw new StixUnreadable("There is no object to submit.");
      }
    } catch (IOException e) {
      throw new FileTrouble("The input cannot be read.", e);
    }
  }
}
