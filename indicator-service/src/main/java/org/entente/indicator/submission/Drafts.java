package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.entente.indicator.act.Act;
import org.entente.indicator.act.ActsReader;
import org.entente.indicator.act.Deletions;
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
import org.entente.stix.marking.Recipient;

/// Reads submissions: fresh ones from a request, unfinished ones from the store. Both ways end in
/// the same draft.
@Singleton
final class Drafts {
  private final Collections collections;
  private final Parties parties;
  private final Offers offers;
  private final Deletions deletions;
  private final Registrations registrations;

  Drafts(
      Collections collections,
      Parties parties,
      Offers offers,
      Deletions deletions,
      Registrations registrations) {
    this.collections = collections;
    this.parties = parties;
    this.offers = offers;
    this.deletions = deletions;
    this.registrations = registrations;
  }

  /// A fresh submission of objects, with its id and its access record decided for good.
  ///
  /// @throws RecipientUnknown when its manifest is addressed to nobody known
  Draft fresh(Arrival arrival, Actor actor, Envelope envelope) {
    Content objects = objects(arrival.collection(), envelope);
    return fresh(arrival, reading(Kind.OBJECTS, arrival, actor, objects));
  }

  /// The same of acts.
  ///
  /// @throws RecipientUnknown when one of them concerns nobody known
  Draft fresh(Arrival arrival, Actor actor, Kind kind, List<Act> acts) {
    acts.forEach(act -> requireKnown(act.to()));
    return fresh(arrival, reading(kind, arrival, actor, new Content.Acts(acts)));
  }

  private Reading reading(Kind kind, Arrival arrival, Actor actor, Content content) {
    Verified verified = Verified.read(arrival.verified());
    requireKnown(verified.recipients().names());
    return new Reading(kind, arrival.collection(), actor, verified, content);
  }

  private Draft fresh(Arrival arrival, Reading reading) {
    Registration registration = registrations.fresh(reading);
    Submission submission =
        new Submission(
            reading.kind(),
            registration.id(),
            arrival.collection().id(),
            reading.actor().partner(),
            reading.verified().jti(),
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
    byte[] body = submission.body().toBytes();
    Content content =
        switch (submission.kind()) {
          case OBJECTS -> objects(collection, EnvelopeReader.read(body, Integer.MAX_VALUE));
          case ACTS -> new Content.Acts(ActsReader.read(body));
          case DELETION -> new Content.Acts(List.of(deletions.read(body, collection.id())));
        };
    return new Draft(
        submission, new Reading(submission.kind(), collection, actor, verified, content));
  }

  private Content objects(Collection collection, Envelope envelope) {
    return new Content.Objects(offers.of(envelope, collection.producer()), envelope.plain());
  }

  /// A recipient that does not exist is a mistake its sender must hear of: it would otherwise
  /// believe that somebody was warned.
  private void requireKnown(Set<Recipient> recipients) {
    recipients.stream()
        .filter(recipient -> !parties.knows(recipient))
        .findFirst()
        .ifPresent(nobody -> {
          throw new RecipientUnknown("nobody reads at " + nobody.urn());
        });
  }
}
