package org.entente.indicator.admission;

import java.util.Optional;
import org.entente.indicator.admission.Ledger.Origin;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.admission.Ledger.Stored;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.stix.FaultCode;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.stix.Property;

/// What STIX asks of the versions of an object (STIX 2.1 §3.6): only its producer adds one, what is
/// said in one never changes, when and by whom it was created neither, and revoked is final.
///
/// @param producer who submits
record VersionRule(String producer, Ledger ledger) {
  /// Why an object without faults of its own may not be stored; empty when it may, or is already.
  Optional<Fault> objection(Offer offer, ObjectKey key) {
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
    return owner.flatMap(o -> origin(offer, o.origin()).or(() -> revocation(offer, key, o)));
  }

  private static Optional<Fault> origin(Offer offer, Origin first) {
    Origin now = Origin.of(offer);
    if (!now.createdWith(first)) {
      String text = "every version was created at the same time, this object at " + first.created();
      return Optional.of(fault(offer, FaultCode.STIX_CREATED_CHANGED, Property.CREATED, text));
    }
    return now.author().equals(first.author())
        ? Optional.empty()
        : Optional.of(
            fault(
                offer,
                FaultCode.STIX_AUTHOR_CHANGED,
                Property.CREATED_BY_REF,
                "every version has the same author; who builds on another's object makes a new one"
                    + " and relates it by derived-from"));
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

  private static Optional<Fault> fault(Offer offer, FaultCode code, String text) {
    return Optional.of(fault(offer, code, Property.ID, text));
  }

  private static Fault fault(Offer offer, FaultCode code, Property property, String text) {
    return new Fault(code, offer.stix().pointer(property.key()), text);
  }
}
