package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.indicator.admission.Offer;
import org.entente.indicator.admission.Offers;
import org.entente.indicator.audit.AccessEntry;
import org.entente.indicator.audit.AccessRecords;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.audit.Outcome;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.call.CallerHeader;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.envelope.Envelope;
import org.entente.indicator.envelope.EnvelopeReader;
import org.entente.indicator.party.Parties;
import org.entente.indicator.refusal.Refusal.RecipientUnknown;
import org.entente.stix.release.Recipients;

/// Reads submissions: fresh ones from a request, unfinished ones from the store. Both ways end in
/// the same draft.
@Singleton
final class Drafts {
  private static final int ACCEPTED = 202;

  private final Collections collections;
  private final Parties parties;
  private final AccessRecords records;
  private final Supplier<UUID> ids;
  private final Clock clock;

  Drafts(
      Collections collections,
      Parties parties,
      AccessRecords records,
      Supplier<UUID> ids,
      Clock clock) {
    this.collections = collections;
    this.parties = parties;
    this.records = records;
    this.ids = ids;
    this.clock = clock;
  }

  /// A fresh submission, with its id and its access record decided for good.
  ///
  /// @throws RecipientUnknown when its manifest is addressed to nobody known
  Draft fresh(Arrival arrival, Actor actor, Envelope envelope) {
    Verified verified = Verified.read(arrival.verified());
    requireKnown(verified.recipients());
    Reading reading = read(arrival.collection(), actor, verified, envelope);
    UUID id = ids.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Submission submission =
        new Submission(
            id,
            arrival.collection().id(),
            actor.partner(),
            verified.jti(),
            arrival.manifest().bytes(),
            Slice.of(arrival.body()),
            arrival.caller(),
            arrival.verified(),
            now,
            record(id, now, reading));
    return new Draft(submission, reading);
  }

  /// A submission kept earlier. Its objects are not counted again: they were few enough then.
  Draft reopen(Submission submission) {
    Collection collection =
        collections
            .find(submission.collection())
            .orElseThrow(
                () -> new IllegalStateException("no collection " + submission.collection()));
    Actor actor = CallerHeader.read(submission.caller());
    Verified verified = Verified.read(submission.verified());
    Envelope envelope = EnvelopeReader.read(submission.body().toBytes(), Integer.MAX_VALUE);
    return new Draft(submission, read(collection, actor, verified, envelope));
  }

  private Reading read(Collection collection, Actor actor, Verified verified, Envelope envelope) {
    List<Offer> offers = Offers.of(envelope, collection.producer(), parties::partnerOf);
    return new Reading(collection, actor, verified, offers, envelope.plain());
  }

  /// A recipient that does not exist is a mistake its sender must hear of: it would otherwise
  /// believe that somebody was warned.
  private void requireKnown(Recipients recipients) {
    recipients.names().stream()
        .filter(recipient -> !parties.knows(recipient))
        .findFirst()
        .ifPresent(nobody -> {
          throw new RecipientUnknown("nobody reads at " + nobody.urn());
        });
  }

  private Line record(UUID id, Instant now, Reading reading) {
    AccessEntry entry =
        new AccessEntry(
            id,
            now,
            Operation.ADD_OBJECTS,
            reading.actor(),
            new Outcome.Allowed(ACCEPTED),
            AccessEntry.UNTOLD,
            Draft.facts(id, reading),
            List.of());
    return records.write(entry).getFirst();
  }
}
