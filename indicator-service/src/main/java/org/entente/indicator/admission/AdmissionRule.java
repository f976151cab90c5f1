package org.entente.indicator.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.admission.Ledger.Stored;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Circle;
import org.entente.indicator.admission.Verdict.Failed;
import org.entente.indicator.admission.Verdict.Placement;
import org.entente.indicator.admission.Verdict.Present;
import org.entente.indicator.admission.Verdict.Release;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.stix.FaultCode;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.taxii.TaxiiTime;
import org.entente.stix.marking.Terms;
import org.entente.stix.release.Clause;

/// Decides what becomes of each object: whether it may be stored, and who may see it. Pure but for
/// the ledger and the sequences it moves.
final class AdmissionRule {
  private final String producer;
  private final Ledger ledger;
  private final VersionRule versions;
  private final DateSequence dates;
  private final LongSupplier ids;

  /// @param ids fresh ids for object versions
  AdmissionRule(String producer, Ledger ledger, DateSequence dates, LongSupplier ids) {
    this.producer = producer;
    this.ledger = ledger;
    this.versions = new VersionRule(producer, ledger);
    this.dates = dates;
    this.ids = ids;
  }

  /// Decides all objects of one submission, in their order.
  ///
  /// @param reach whom the submission may reach, under the agreement that it was begun under:
  ///   another one of the same batch may have been begun under the next
  List<Verdict> decide(List<Offer> offers, Reach reach) {
    offers.forEach(this::define);
    return offers.stream().map(offer -> decide(offer, reach)).toList();
  }

  /// A marking-definition counts for the whole submission it comes with, if it is admitted itself.
  private void define(Offer offer) {
    boolean sound =
        offer.faults().isEmpty()
            && offer.key().flatMap(key -> versions.objection(offer, key)).isEmpty()
            && terms(offer).tlp().isPresent();
    if (sound) {
      offer.definition().ifPresent(terms -> ledger.define(offer.shownId(), terms));
    }
  }

  private Terms terms(Offer offer) {
    return offer.markings().under(ledger::definition);
  }

  private Verdict decide(Offer offer, Reach reach) {
    Terms terms = terms(offer);
    List<Fault> faults = faults(offer, terms);
    Optional<ObjectKey> key = offer.key();
    if (!faults.isEmpty() || key.isEmpty()) {
      return new Failed(offer, faults, reach.isOpen(terms));
    }
    Map<String, Optional<Clause>> decisions = reach.of(terms);
    return ledger
        .version(key.get())
        .map(stored -> present(offer, key.get(), stored, decisions))
        .orElseGet(() -> added(offer, key.get(), decisions));
  }

  /// Every object says itself how far it may go: no TLP marking, no admission (STIX 2.1 §7.2).
  private List<Fault> faults(Offer offer, Terms terms) {
    List<Fault> faults = new ArrayList<>(offer.faults());
    boolean told = faults.stream().anyMatch(f -> f.code().equals(FaultCode.MARKING_MISSING.name()));
    if (terms.tlp().isEmpty() && !told) {
      String pointer = offer.stix().pointer("object_marking_refs");
      faults.add(
          new Fault(FaultCode.MARKING_MISSING, pointer, "needs the id of a TLP 2.0 marking"));
    }
    if (faults.isEmpty()) {
      offer.key().flatMap(key -> versions.objection(offer, key)).ifPresent(faults::add);
    }
    return faults;
  }

  private Verdict present(
      Offer offer, ObjectKey key, Stored stored, Map<String, Optional<Clause>> decisions) {
    Circle circle = circle(stored.id(), decisions);
    if (key.versioned() && !circle.releases().isEmpty()) {
      ledger.revisit(key.stixId());
    }
    return new Present(offer, new Placement(stored.id(), shownVersion(offer, stored), circle));
  }

  /// An observable's version is when it was released: anything earlier would tell that it was there
  /// before, and withheld.
  private String shownVersion(Offer offer, Stored stored) {
    OptionalLong released = ledger.lastRelease(stored.id());
    return offer.ownVersion().isPresent() || released.isEmpty()
        ? stored.shownVersion()
        : TaxiiTime.format(released.getAsLong());
  }

  private Verdict added(Offer offer, ObjectKey key, Map<String, Optional<Clause>> decisions) {
    long id = ids.getAsLong();
    Circle circle = circle(id, decisions);
    List<Release> releases = circle.releases();
    long first = releases.isEmpty() ? dates.base() : releases.getFirst().dateAdded();
    String shown = offer.ownVersion().orElseGet(() -> TaxiiTime.format(first));
    ledger.store(key, new Stored(id, offer.sha256(), shown, Optional.of(offer.bytes())));
    if (key.versioned()) {
      Owner owner =
          ledger
              .owner(key.stixId())
              .orElseGet(() -> Owner.of(producer, offer, key))
              .moveTo(key.version(), offer.stix().revoked());
      ledger.own(key.stixId(), owner);
    }
    return new Added(offer, new Placement(id, shown, circle));
  }

  /// Releases a version to all places that may see it and do not yet. What was taken back from a
  /// place by an act is not given back in passing, by a feed that sends everything again.
  private Circle circle(long id, Map<String, Optional<Clause>> decisions) {
    List<Release> releases = new ArrayList<>();
    List<String> withdrawn = new ArrayList<>();
    Map<String, Clause> withheld = new LinkedHashMap<>();
    decisions.forEach((place, withholding) -> {
      if (ledger.isReleased(id, place)) {
        return;
      }
      if (withholding.isEmpty() && ledger.isWithdrawn(id, place)) {
        withdrawn.add(place);
        return;
      }
      withholding.ifPresentOrElse(
          clause -> withheld.put(place, clause), () -> releases.add(release(id, place)));
    });
    boolean open = !decisions.isEmpty() && decisions.values().stream().allMatch(Optional::isEmpty);
    return new Circle(releases, withheld, withdrawn, open && withdrawn.isEmpty());
  }

  private Release release(long id, String place) {
    Release release = new Release(place, dates.next(place));
    ledger.release(id, release);
    return release;
  }
}
