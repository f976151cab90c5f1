package org.entente.indicator.submission;

import java.util.List;
import org.entente.indicator.admission.Offer;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.collection.Collection;

/// What was read out of a submission's parts.
///
/// @param plain whether the body holds nothing but the objects
record Reading(
    Collection collection, Actor actor, Verified verified, List<Offer> offers, boolean plain) {
  Reading {
    offers = List.copyOf(offers);
  }
}
