package org.entente.kit.submit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.ExchangeClient.Answer;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.kit.client.ExchangeRefused;
import org.entente.kit.client.Patience;
import org.entente.kit.file.FileMismatch;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.stix.CutEnvelope;
import org.entente.kit.submit.Plan.Destination;

/// Sends parts so that each has one effect, however often and wherever a run is interrupted.
///
/// A part is signed, the manifest is written to the journal, and only then it is sent. What has no
/// answer is sent again with the manifest it has, to which the exchange gives its first answer.
/// When that manifest has expired, the exchange is asked whether it has it: then its status is the
/// answer. If not, the part is signed anew, under another `jti`. Should the first manifest have
/// arrived after all, the objects are there already, and the exchange says so; nothing is added
/// twice.
///
/// Not thread-safe.
public final class Submitter {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  /// How far the exchange's clock may be from ours.
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final ExchangeClient exchange;
  private final Patience patience;
  private final Journal journal;
  private final PartSigner signer;
  private final Clock clock;

  /// Sends what this signer signs.
  public Submitter(
      ExchangeClient exchange, Patience patience, Journal journal, PartSigner signer, Clock clock) {
    this.exchange = exchange;
    this.patience = patience;
    this.journal = journal;
    this.signer = signer;
    this.clock = clock;
  }

  /// A part that was answered, now or in an earlier run.
  ///
  /// @param evidence what proves it later
  public record Done(PartOutcome outcome, PartEvidence evidence) {}

  /// Takes care that this part is signed; nothing is sent. [FileMismatch] when the journal has
  /// another part in its place.
  ///
  /// @param number from 1
  /// @return its manifest
  public byte[] sign(Plan plan, int number, CutEnvelope part) {
    Sha256 body = Sha256.of(part.bytes());
    Optional<SignedPart> known = journal.signed(number);
    if (known.isPresent() && !known.get().body().equals(body)) {
      throw new FileMismatch(
          "The input is not the one the journal was begun with: part %d differs. Name another "
                  .formatted(number)
              + "--journal.");
    }
    return known.orElseGet(() -> sign(plan, number, 1, part)).manifestBytes();
  }

  /// Sends a signed part until it is answered, and gets its receipt.
  public Done send(Plan plan, int number, CutEnvelope part) {
    if (journal.answer(number).isEmpty()) {
      journal.answered(number, patience.until(() -> attempt(plan, number, part)));
    }
    Submitted answer = journal.answer(number).orElseThrow();
    if (journal.receipt(number).isEmpty()) {
      String leaf = answer.status().receipt().leaf();
      journal.receipt(number, patience.until(() -> exchange.receipt(leaf)));
    }
    return new Done(
        PartOutcome.of(answer),
        new PartEvidence(
            journal.signed(number).orElseThrow().manifestBytes(),
            answer.status().document().bytes(),
            journal.receipt(number).orElseThrow()));
  }

  private SignedPart sign(Plan plan, int number, int attempt, CutEnvelope part) {
    byte[] envelope = part.bytes();
    byte[] manifest = signer.sign(envelope, plan.id(number, attempt));
    SignedPart signed =
        new SignedPart(
            number,
            attempt,
            part.objects(),
            Sha256.of(envelope),
            new String(manifest, US_ASCII).strip());
    journal.signed(signed);
    return signed;
  }

  private Submitted attempt(Plan plan, int number, CutEnvelope part) {
    SignedPart signed = journal.signed(number).orElseThrow();
    Instant now = clock.instant();
    if (!now.isAfter(signed.expiresAt())) {
      try {
        return send(plan, signed, part);
      } catch (ExchangeRefused e) {
        boolean young = now.isBefore(signed.issuedAt().plus(SKEW));
        if (young || !e.code().equals("CLAIM_TIME")) {
          throw e;
        }
      }
    }
    return answeredBefore(plan, signed, part)
        .orElseGet(() -> send(plan, sign(plan, number, signed.attempt() + 1, part), part));
  }

  private Submitted send(Plan plan, SignedPart signed, CutEnvelope part) {
    Destination to = plan.destination();
    Submitted answer =
        exchange.submit(to.collection(), to.content(), signed.manifestBytes(), part.bytes());
    PartOutcome.of(
        answer); // What is no status is no answer, and must not become one in the journal.
    return answer;
  }

  /// The answer to a manifest that arrived before it expired; empty when there is no telling.
  private Optional<Submitted> answeredBefore(Plan plan, SignedPart signed, CutEnvelope part) {
    if (part.firstId().isEmpty()) {
      return Optional.empty();
    }
    try {
      Answer evidence = exchange.evidence(plan.destination().collection(), part.firstId());
      return KnownSubmission.of(evidence.document().members())
          .filter(known -> known.isOf(signed))
          .map(known ->
              new Submitted(new Answer(known.receipt(), exchange.status(known.id())), true))
          .filter(answer -> PartOutcome.of(answer).isComplete());
    } catch (ExchangeRefused e) {
      if (e.status() == NOT_FOUND || e.status() == FORBIDDEN) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
