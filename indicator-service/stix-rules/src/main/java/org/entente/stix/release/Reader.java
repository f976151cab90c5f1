package org.entente.stix.release;

import java.util.Optional;
import org.entente.stix.marking.Recipient;

/// A place somebody reads from: a partner without agencies, an agency, or a named role at one.
/// Every client reads from exactly one place.
///
/// @param place where; the narrowest that applies
/// @param clientOf the agency of the same partner whose client this agency is (TLP 2.0's "and its
///   clients"); empty for an agency in its own right
public record Reader(Recipient place, Optional<String> clientOf) {

  /// An organisation in its own right, or a role at one.
  public static Reader at(Recipient place) {
    return new Reader(place, Optional.empty());
  }

  /// The place's short form, unique among the readers of an exchange: `eu/cert-eu/liaison`.
  public String name() {
    return place.name();
  }

  /// Whether what is addressed to the recipient reaches this place: the place itself, whatever it
  /// is part of, and the agency whose client it is.
  public boolean isReachedBy(Recipient recipient) {
    if (!recipient.partner().equals(place.partner())) {
      return false;
    }
    if (recipient.agency().isEmpty()) {
      return true;
    }
    return recipient.role().isEmpty()
        ? recipient.agency().equals(place.agency()) || recipient.agency().equals(clientOf)
        : recipient.equals(place);
  }

  /// Whether the recipient names this place's own organisation: the agency, or a partner that has
  /// none. Its clients and its partner's other agencies are others.
  boolean isOrganisationOf(Recipient recipient) {
    return recipient.partner().equals(place.partner()) && recipient.agency().equals(place.agency());
  }

  /// Whether the recipient is this very role.
  boolean isRole(Recipient recipient) {
    return recipient.role().isPresent() && recipient.equals(place);
  }
}
