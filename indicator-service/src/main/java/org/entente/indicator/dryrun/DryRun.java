package org.entente.indicator.dryrun;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.indicator.admission.Offer;
import org.entente.indicator.admission.Offers;
import org.entente.indicator.admission.PostgresDefinitions;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.collection.ExchangeConfig;
import org.entente.indicator.envelope.Envelope;
import org.entente.indicator.envelope.EnvelopeReader;
import org.entente.indicator.party.Parties;
import org.entente.indicator.refusal.Refusal.LimitBody;
import org.entente.stix.marking.Terms;
import org.entente.stix.release.ReleaseRule;

/// Explains what would become of an envelope: which clause withholds each object from which place.
/// For the producer of the collection only; nothing is stored, and the record of it names neither
/// objects nor sizes, since joint auditors of every party read it.
@Singleton
final class DryRun {
  private static final int OK = 200;
  private static final String NDJSON = "application/x-ndjson";

  private final Collections collections;
  private final Parties parties;
  private final ExchangeConfig.LimitsConfig limits;
  private final PostgresDefinitions definitions;
  private final Offers offers;

  DryRun(
      Collections collections,
      Parties parties,
      ExchangeConfig config,
      PostgresDefinitions definitions,
      Offers offers) {
    this.collections = collections;
    this.parties = parties;
    this.limits = config.limits();
    this.definitions = definitions;
    this.offers = offers;
  }

  Answer answer(Call call, String collectionId, byte[] body) {
    call.conceal(Fact.QUERY);
    Collection collection = collections.writable(collectionId, call.reader());
    call.note(Fact.COLLECTION, collection.id().toString());
    if (body.length > limits.body()) {
      throw new LimitBody("at most " + limits.body() + " bytes in one dry run");
    }
    Wishes wishes = Wishes.of(call.query(), parties);
    Envelope envelope = EnvelopeReader.read(body, limits.objects());
    byte[] explained = explain(collection, wishes, offers.of(envelope, collection.producer()));
    return new Answer.Own(new Payload(OK, NDJSON, explained, Map.of()));
  }

  private byte[] explain(Collection collection, Wishes wishes, List<Offer> objects) {
    Map<String, Terms> known = known(collection.producer(), objects);
    ReleaseRule rule =
        new ReleaseRule(collection.audience().named(), wishes.recipients(), wishes.floor());
    Explanation explanation = new Explanation(rule, collection.audience().readers());
    objects.forEach(offer -> explanation.add(offer, terms(offer, known)));
    return explanation.bytes();
  }

  /// Marking-definitions count as they would on admission: those the producer has, and then those
  /// in the envelope that would be admitted themselves.
  private Map<String, Terms> known(String producer, List<Offer> objects) {
    Set<String> wanted = new HashSet<>();
    objects.forEach(offer -> wanted.addAll(offer.markings().references()));
    Map<String, Terms> known = new HashMap<>(definitions.find(producer, wanted));
    objects.stream()
        .filter(offer -> offer.faults().isEmpty() && terms(offer, known).tlp().isPresent())
        .forEach(offer ->
            offer.definition().ifPresent(terms -> known.putIfAbsent(offer.shownId(), terms)));
    return known;
  }

  private static Terms terms(Offer offer, Map<String, Terms> known) {
    return offer.markings().under(id -> Optional.ofNullable(known.get(id)));
  }
}
