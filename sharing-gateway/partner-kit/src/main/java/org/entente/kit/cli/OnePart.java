package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.entente.kit.cli.Delivery.Keeping;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.Patience;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.stix.CutEnvelope;
import org.entente.kit.stix.EnvelopeCutter;
import org.entente.kit.submit.Plan;
import org.entente.kit.submit.Plan.Destination;
import org.entente.kit.submit.Submitter;

/// Signs and submits what fits into one part.
///
/// @param out where the evidence is kept
record OnePart(Retrying retrying, Optional<Path> out) {

  Report send(CutEnvelope part, Destination to, EntenteCommand command) {
    PartnerProfile profile = command.profile();
    Edge edge = command.edge();
    SubmissionTotals totals = new SubmissionTotals();
    ExchangeClient exchange = new ExchangeClient(command.session());
    Patience patience = retrying.patience(edge.time().pause(), command::warn);
    try (JournalFile file = JournalFile.open(Optional.empty(), edge.disk());
        FailureList failed = FailureList.shown()) {
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
      Keeping keeping = new Keeping(out, edge.disk());
      new Delivery(submitter, plan, keeping, failed, totals).deliver(1, part);
      Report report = totals.report(0);
      failed.tell(report);
      return report;
    }
  }

  /// That the exchange answers is seen before anything is sent: from then on an outage is waited
  /// out, with the same manifest, so that what is sent has one effect.
  private static Plan plan(Destination to, int maxContentLength) {
    EnvelopeCutter.Limits limits = new EnvelopeCutter.Limits(maxContentLength, 1);
    return new Plan(to, UUID.randomUUID(), limits);
  }
}
