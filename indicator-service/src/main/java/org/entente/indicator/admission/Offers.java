package org.entente.indicator.admission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.indicator.envelope.Envelope;
import org.entente.indicator.envelope.EnvelopeObject;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.stix.FaultCode;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.stix.Property;
import org.entente.indicator.stix.StixRules;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.marking.TermsReader;

/// Everything about the objects of one submission that can be decided before the collection is
/// locked.
public final class Offers {
  private Offers() {}

  /// Checks all objects of an envelope.
  ///
  /// @param partner who submits
  /// @param registered to which partner an identity is registered
  public static List<Offer> of(
      Envelope envelope, String partner, Function<String, Optional<String>> registered) {
    AuthorshipRule authorship = new AuthorshipRule(partner, registered);
    List<Offer> offers = envelope.objects().stream().map(o -> offer(o, authorship)).toList();
    return withoutContradictions(offers);
  }

  private static Offer offer(EnvelopeObject object, AuthorshipRule authorship) {
    List<Fault> faults = new ArrayList<>(StixRules.check(object.stix()));
    authorship.check(object.stix()).ifPresent(faults::add);
    Optional<ObjectKey> key =
        faults.isEmpty() ? Optional.of(ObjectKey.of(object.stix())) : Optional.empty();
    JsonObject json = (JsonObject) JsonReader.read(object.bytes().toBytes());
    return new Offer(
        object.stix(),
        object.bytes(),
        object.bytes().sha256(),
        TermsReader.markings(json),
        Optional.of(json).filter(TermsReader::isDefinition).map(TermsReader::definition),
        key,
        faults);
  }

  /// The same version twice in one envelope: equal ones count once, unequal ones all fail.
  private static List<Offer> withoutContradictions(List<Offer> offers) {
    Map<ObjectKey, Offer> first = new HashMap<>();
    Set<ObjectKey> contradicted = new HashSet<>();
    for (Offer offer : offers) {
      offer
          .key()
          .ifPresent(key -> {
            if (!SameContent.of(first.computeIfAbsent(key, k -> offer).bytes(), offer.bytes())) {
              contradicted.add(key);
            }
          });
    }
    return offers.stream()
        .map(offer ->
            offer.key().filter(contradicted::contains).isPresent() ? conflict(offer) : offer)
        .toList();
  }

  private static Offer conflict(Offer offer) {
    String pointer = offer.stix().pointer(Property.ID.key());
    return offer.with(
        new Fault(
            FaultCode.VERSION_CONFLICT, pointer, "this version is in the envelope twice, unequal"));
  }
}
