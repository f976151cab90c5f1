package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.kit.cli.Delivery.Keeping;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.Patience;
import org.entente.kit.client.Session;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.stix.CutEnvelope;
import org.entente.kit.stix.EnvelopeCutter;
import org.entente.kit.submit.Plan;
import org.entente.kit.submit.Plan.Destination;
import org.entente.kit.submit.Submitter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether an object is sent at once, and where to.
final class Sending {

  @Option(
      names = {"-c", "--collection"},
      paramLabel = "ID",
      description =
          "Sign and submit it to this collection, which leads back to the producer. Without it the"
              + " object is printed.")
  private @Nullable String collection;

  @Option(
      names = "--dry-run",
      description = "Print the object and send nothing, --collection or not.")
  private boolean dryRun;

  @Option(
      names = "--recipient",
      paramLabel = "PLACE",
      description = "Tell only this partner, agency or role; repeatable. See submit.")
  private List<String> recipients = List.of();

  @Option(names = "--out", paramLabel = "DIR", description = "Keep the evidence here.")
  private @Nullable Path out;

  @Mixin private Retrying retrying = new Retrying();

  boolean sends() {
    return collection != null && !dryRun;
  }

  /// Signs and submits an envelope in one part.
  Report send(byte[] envelope, Session session, PartnerProfile profile, Edge edge) {
    CutEnvelope part = CutEnvelope.whole(envelope);
    Destination to = new Destination(profile.apiRoot(), String.valueOf(collection), recipients);
    SubmissionTotals totals = new SubmissionTotals();
    ExchangeClient exchange = new ExchangeClient(session);
    Patience patience = retrying.patience(edge.time().pause());
    try (JournalFile file = JournalFile.open(Optional.empty(), edge.disk());
        FailureList failed = new FailureList(Optional.empty())) {
      Plan plan =
          file.plan(
              to, Optional.empty(), () -> plan(to, patience.until(exchange::maxContentLength)));
      Submitter submitter =
          new Submitter(
              exchange,
              patience,
              file.journal(),
              Signing.signer(profile, edge.time().clock(), to),
              edge.time().clock());
      Keeping keeping = new Keeping(Optional.ofNullable(out), edge.disk());
      new Delivery(submitter, plan, keeping, failed, totals).deliver(1, part);
      Report report = totals.report(0).put("object", part.firstId()).line(part.firstId());
      failed.tell(report);
      return report;
    }
  }

  /// That the exchange answers is seen before anything is sent: from then on an outage is waited
  /// out, with the same manifest, so that the object arrives once.
  private static Plan plan(Destination to, int maxContentLength) {
    EnvelopeCutter.Limits limits = new EnvelopeCutter.Limits(maxContentLength, 1);
    return new Plan(to, UUID.randomUUID(), limits);
  }
}
