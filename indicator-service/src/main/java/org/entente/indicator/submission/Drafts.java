package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.util.List;
import org.entente.indicator.admission.Offer;
import org.entente.indicator.admission.Offers;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.call.CallerHeader;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.envelope.Envelope;
import org.entente.indicator.envelope.EnvelopeReader;
import org.entente.indicator.party.Parties;
import org.entente.indicator.refusal.Refusal.RecipientUnknown;
import org.entente.indicator.submission.Registrations.Registration;
import org.entente.stix.release.Recipients;

/// Reads submissions: fresh ones from a request, unfinished ones from the store. Both ways end in
/// the same draft.
@Singleton
final class Drafts {
  private final Collections collections;
  private final Parties parties;
  private final Offers offers;
  private final Registrations registrations;

  Drafts(Collections collections, Parties parties, Offers offers, Registrations registrations) {
    this.collections = collections;
    this.parties = parties;
    this.offers = offers;
    this.registrations = registrations;
  }

  /// A fresh submission, with its id and its access record decided for good.
  ///
  /// @throws RecipientUnknown when its manifest is addressed to nobody known
  Draft fresh(Arrival arrival, Actor actor, Envelope envelope) {
    Verified verified = Verified.read(arrival.verified());
    requireKnown(verified.recipients());
    Reading reading = read(arrival.collection(), actor, verified, envelope);
    Registration registration = registrations.fresh(reading);
    Submission submission =
        new Submission(
            registration.id(),
            arrival.collection().id(),
            actor.partner(),
            verified.jti(),
            arrival.manifest().bytes(),
            Slice.of(arrival.body()),
            arrival.caller(),
            arrival.verified(),
            registration.receivedAt(),
            registration.record());
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
    List<Offer> checked = offers.of(envelope, collection.producer());
    return new Reading(collection, actor, verified, checked, envelope.plain());
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
}
