package org.entente.indicator.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.admission.Ledger.Stored;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Failed;
import org.entente.indicator.admission.Verdict.Placement;
import org.entente.indicator.admission.Verdict.Present;
import org.entente.indicator.admission.Verdict.Release;
import org.entente.indicator.release.Decision;
import org.entente.indicator.release.Decision.Reason;
import org.entente.indicator.release.ReleaseRule;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.stix.FaultCode;
import org.entente.indicator.stix.MarkingRule;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.stix.Property;
import org.entente.indicator.taxii.TaxiiTime;

/// Decides what becomes of each object: only its producer changes it, a version never changes,
/// revoked is final. Pure but for the ledger and the sequences it moves.
final class AdmissionRule {
  private final String producer;
  private final Ledger ledger;
  private final DateSequence dates;
  private final LongSupplier ids;

  /// @param ids fresh ids for object versions
  AdmissionRule(String producer, Ledger ledger, DateSequence dates, LongSupplier ids) {
    this.producer = producer;
    this.ledger = ledger;
    this.dates = dates;
    this.ids = ids;
  }

  /// Decides all objects of one submission, in their order.
  List<Verdict> decide(List<Offer> offers, ReleaseRule rule) {
    return offers.stream().map(offer -> decide(offer, rule)).toList();
  }

  private Verdict decide(Offer offer, ReleaseRule rule) {
    Optional<ObjectKey> key = offer.key();
    if (!offer.faults().isEmpty() || key.isEmpty()) {
      return new Failed(offer, offer.faults());
    }
    Optional<Fault> fault = objection(offer, key.get());
    if (fault.isPresent()) {
      return new Failed(offer, List.of(fault.get()));
    }
    return ledger
        .version(key.get())
        .map(stored -> present(offer, key.get(), stored, rule))
        .orElseGet(() -> added(offer, key.get(), rule));
  }

  private Optional<Fault> objection(Offer offer, ObjectKey key) {
    Optional<Owner> owner = ledger.owner(key.stixId());
    if (key.versioned() && owner.filter(o -> !o.producer().equals(producer)).isPresent()) {
      return fault(offer, FaultCode.STIX_OWNERSHIP, "another partner owns this object");
    }
    Optional<Stored> stored = ledger.version(key);
    if (stored.isPresent()) {
      return stored.get().holds(offer)
          ? Optional.empty()
          : fault(offer, FaultCode.VERSION_CONFLICT, "this version is stored with other content");
    }
    return owner.flatMap(o -> revocation(offer, key, o));
  }

  private static Optional<Fault> revocation(Offer offer, ObjectKey key, Owner owner) {
    boolean after = owner.revokedAt().filter(at -> key.version().compareTo(at) > 0).isPresent();
    if (after) {
      return fault(offer, FaultCode.STIX_REVOKED, "a revoked object gets no later version");
    }
    boolean early = offer.stix().revoked() && key.version().compareTo(owner.latest()) < 0;
    return early
        ? fault(offer, FaultCode.STIX_REVOKED, "a later version than this revocation is stored")
        : Optional.empty();
  }

  private Verdict present(Offer offer, ObjectKey key, Stored stored, ReleaseRule rule) {
    List<Release> releases = releases(offer, stored.id(), rule);
    if (key.versioned() && !releases.isEmpty()) {
      ledger.revisit(key.stixId());
    }
    return new Present(offer, new Placement(stored.id(), shownVersion(offer, stored), releases));
  }

  /// An observable's version is when it was released: anything earlier would tell that it was there
  /// before, and withheld.
  private String shownVersion(Offer offer, Stored stored) {
    OptionalLong released = ledger.lastRelease(stored.id());
    return offer.ownVersion().isPresent() || released.isEmpty()
        ? stored.shownVersion()
        : TaxiiTime.format(released.getAsLong());
  }

  private Verdict added(Offer offer, ObjectKey key, ReleaseRule rule) {
    long id = ids.getAsLong();
    List<Release> releases = releases(offer, id, rule);
    long first = releases.isEmpty() ? dates.base() : releases.getFirst().dateAdded();
    String shown = offer.ownVersion().orElseGet(() -> TaxiiTime.format(first));
    ledger.store(key, new Stored(id, offer.sha256(), shown, Optional.of(offer.bytes())));
    if (key.versioned()) {
      Owner owner =
          ledger
              .owner(key.stixId())
              .orElse(new Owner(producer, key.version(), Optional.empty()))
              .moveTo(key.version(), offer.stix().revoked());
      ledger.own(key.stixId(), owner);
    }
    return new Added(offer, new Placement(id, shown, releases), withheld(offer, rule));
  }

  private List<Release> releases(Offer offer, long id, ReleaseRule rule) {
    List<Release> releases = new ArrayList<>();
    for (String audience : rule.audience()) {
      if (decision(offer, audience, rule) instanceof Decision.Release
          && !ledger.isReleased(id, audience)) {
        Release release = new Release(audience, dates.next(audience));
        releases.add(release);
        ledger.release(id, release);
      }
    }
    return releases;
  }

  /// A reason for the producer when somebody in the audience does not get the object.
  private static Optional<Reason> withheld(Offer offer, ReleaseRule rule) {
    return rule.audience().stream()
        .map(audience -> decision(offer, audience, rule))
        .flatMap(decision ->
            switch (decision) {
              case Decision.Release() -> Stream.<Reason>empty();
              case Decision.Withhold(Reason reason) -> Stream.of(reason);
            })
        .findFirst();
  }

  private static Decision decision(Offer offer, String audience, ReleaseRule rule) {
    return rule.decide(audience, MarkingRule.effective(offer.stix()));
  }

  private static Optional<Fault> fault(Offer offer, FaultCode code, String text) {
    return Optional.of(new Fault(code, offer.stix().pointer(Property.ID.key()), text));
  }
}
