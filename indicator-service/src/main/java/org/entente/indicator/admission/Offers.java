package org.entente.indicator.admission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.indicator.envelope.Envelope;
import org.entente.indicator.envelope.EnvelopeObject;
import org.entente.indicator.lookup.Indexed;
import org.entente.indicator.lookup.ObjectKeys;
import org.entente.indicator.party.Parties;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.stix.FaultCode;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.stix.Property;
import org.entente.indicator.warning.Warning;
import org.entente.indicator.warning.WarningLists;
import org.entente.stix.marking.TermsReader;
import org.entente.stix.rule.Companions;
import org.entente.stix.rule.Findings;
import org.entente.stix.rule.Validator;

/// Everything about the objects of one submission that can be decided before the collection is
/// locked. Thread-safe.
@Singleton
public final class Offers {
  private static final int MOST_WARNINGS = 3;

  private final Function<String, Optional<String>> registered;
  private final Validator validator;
  private final WarningLists lists;

  @Inject
  Offers(Parties parties, ValidationConfig config, WarningLists lists) {
    this(parties::partnerOf, Validator.of(config.profile()), lists);
  }

  /// @param registered to which partner an identity is registered
  Offers(Function<String, Optional<String>> registered, Validator validator, WarningLists lists) {
    this.registered = registered;
    this.validator = validator;
    this.lists = lists;
  }

  /// Checks all objects of an envelope.
  ///
  /// @param partner who submits
  public List<Offer> of(Envelope envelope, String partner) {
    AuthorshipRule authorship = new AuthorshipRule(partner, registered);
    Companions companions =
        Companions.of(envelope.objects().stream().map(EnvelopeObject::json).toList());
    List<Offer> offers =
        envelope.objects().stream()
            .map(o -> offer(o, validator.check(o.json(), companions), authorship))
            .toList();
    return withoutContradictions(offers);
  }

  private Offer offer(EnvelopeObject object, Findings findings, AuthorshipRule authorship) {
    Review review = Review.of(findings, object.stix());
    List<Fault> faults = new ArrayList<>(review.faults());
    authorship.check(object.stix()).ifPresent(faults::add);
    Optional<ObjectKey> key =
        faults.isEmpty() ? Optional.of(ObjectKey.of(object.stix())) : Optional.empty();
    Indexed indexed =
        key.isPresent() ? ObjectKeys.of(object.json(), findings.pattern()) : Indexed.NOWHERE;
    return new Offer(
        object.stix(),
        object.bytes(),
        object.bytes().sha256(),
        TermsReader.markings(object.json()),
        Optional.of(object.json()).filter(TermsReader::isDefinition).map(TermsReader::definition),
        key,
        indexed,
        faults,
        Stream.concat(review.remarks().stream(), warnings(indexed)).toList());
  }

  /// What warning lists say of the things it speaks of: it is kept, but not for blocking.
  private Stream<String> warnings(Indexed indexed) {
    return indexed.observables().stream()
        .flatMap(key -> lists.about(key).stream())
        .map(Warning::text)
        .distinct()
        .limit(MOST_WARNINGS);
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
