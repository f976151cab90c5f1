package org.entente.indicator.admission;

import java.util.Optional;
import java.util.function.Function;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.stix.FaultCode;
import org.entente.indicator.stix.Property;
import org.entente.indicator.stix.StixObject;

/// Nobody writes in another partner's name: neither as `created_by_ref` nor as the identity object
/// itself. An object without author is bound to whoever submits it.
///
/// @param partner who submits
/// @param registered to which partner an identity is registered
record AuthorshipRule(String partner, Function<String, Optional<String>> registered) {
  Optional<Fault> check(StixObject object) {
    if (foreign(object, Property.CREATED_BY_REF)) {
      return fault(object, Property.CREATED_BY_REF);
    }
    return foreign(object, Property.ID) ? fault(object, Property.ID) : Optional.empty();
  }

  private boolean foreign(StixObject object, Property property) {
    return object
        .text(property)
        .flatMap(registered)
        .filter(owner -> !owner.equals(partner))
        .isPresent();
  }

  private static Optional<Fault> fault(StixObject object, Property property) {
    String pointer = object.pointer(property.key());
    return Optional.of(
        new Fault(FaultCode.STIX_IMPERSONATION, pointer, "that identity is another partner's"));
  }
}
